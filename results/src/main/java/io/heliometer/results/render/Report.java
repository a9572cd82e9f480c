package io.heliometer.results.render;

import io.heliometer.results.store.StoredRun;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole report without its form.
 *
 * @param title of the document
 * @param facts what identifies the run, one short text each
 * @param good whether every trial that ran is valid
 * @param sections from top to bottom; the first is the verdict
 */
record Report(String title, List<String> facts, boolean good, List<Section> sections) {
    /** Copies the lists. */
    Report {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    static Report of(StoredRun stored) {
        RunView view = RunView.of(stored);
        return new Report(
                "Heliometer run " + stored.run().run(),
                List.of(
                        "suite " + stored.run().suite(),
                        "started " + stored.run().startedAt(),
                        view.current().size() + " trials",
                        stored.run().environment().cpus() + " CPUs",
                        "Heliometer " + stored.run().heliometerVersion()),
                VerdictSection.good(view),
                sections(view));
    }

    private static List<Section> sections(RunView view) {
        List<Section> sections = new ArrayList<>();
        sections.add(VerdictSection.of(view));
        sections.add(LatencySection.of(view));
        sections.add(ThroughputSection.of(view));
        sections.add(TransportsSection.of(view));
        if (!view.disturbed().isEmpty()) {
            sections.add(FaultsSection.of(view));
        }
        sections.add(ResourcesSection.of(view));
        sections.add(CorrectnessSection.of(view));
        if (!RulesSection.scored(view).isEmpty()) {
            sections.add(RulesSection.of(view));
        }
        sections.add(ReadingSection.of(view));
        sections.add(LimitsSection.of(view));
        sections.add(SetupSection.environment(view));
        sections.add(SetupSection.settings(view));
        sections.add(NoiseSection.of(view));
        sections.add(RepeatSection.of(view));
        return sections;
    }

    Section verdict() {
        return sections.get(0);
    }

    List<Section> rest() {
        return sections.subList(1, sections.size());
    }
}
