package io.heliometer.results;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JavaClasses RESULTS =
            new ClassFileImporter().importPackages("io.heliometer.results");

    @Test
    void results_seesOfTheProjectOnlyItselfAndCommon() {
        classes()
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of results, common or another project",
                        type -> !type.getPackageName().startsWith("io.heliometer.")
                                || type.getPackageName().startsWith("io.heliometer.results")
                                || type.getPackageName().startsWith("io.heliometer.common")))
                .check(RESULTS);
    }

    @Test
    void records_dependOnNothingAboveThem() {
        noClasses()
                .that()
                .resideInAPackage("..results.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..store..", "..stats..", "..chart..", "..render..")
                .check(RESULTS);
    }

    @Test
    void charts_knowNothingOfRuns() {
        noClasses()
                .that()
                .resideInAPackage("..results.chart..")
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..run..", "..store..", "..stats..", "..render..")
                .check(RESULTS);
    }
}
