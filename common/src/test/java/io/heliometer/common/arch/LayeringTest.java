package io.heliometer.common.arch;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

final class LayeringTest {
    private static final String ROOT = "io.heliometer.common";
    private static final String[] PURE = {
        "..common.query..",
        "..common.oracle..",
        "..common.model..",
        "..common.math..",
        "..common.time.."
    };
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void common_dependsOnlyOnTheJdkJspecifyAndProtobuf() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", ROOT + "..", "org.jspecify..", "com.google.protobuf..")
                .check(MAIN);
    }

    @Test
    void protobuf_staysInWire() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.protobuf..")
                .check(MAIN);
    }

    @Test
    void packages_areFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /** Records carry their own time, so nothing in common asks what time it is. */
    @Test
    void common_neverReadsTheClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethodWhere(
                        target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .check(MAIN);
    }

    /** Draws are hashes of their coordinates; a generator with state would depend on threads. */
    @Test
    void common_neverUsesAGeneratorWithState() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Random.class,
                        SecureRandom.class,
                        SplittableRandom.class,
                        ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(MAIN);
    }

    @Test
    void pureLogic_touchesNeitherFilesNorThreads() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.util.concurrent..",
                        "java.util.logging..")
                .check(MAIN);
    }

    /** Two readings of one specification: what they shared could be wrong in both. */
    @Test
    void oracle_neverDependsOnQuery() {
        noClasses()
                .that()
                .resideInAPackage("..common.oracle..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..common.query..")
                .check(MAIN);
    }

    @Test
    void query_neverDependsOnOracle() {
        noClasses()
                .that()
                .resideInAPackage("..common.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..common.oracle..")
                .check(MAIN);
    }
}
