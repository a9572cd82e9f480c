package io.heliometer.results.render;

import io.heliometer.results.run.Environment;
import io.heliometer.results.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machine, the versions, the workload and the settings. */
final class SetupSection {
    private static final List<Block.Column> PAIR =
            List.of(Block.Column.text("Item"), Block.Column.text("Value"));

    private SetupSection() {}

    static Section environment(RunView view) {
        RunRecord run = view.run();
        Environment machine = run.environment();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(pair("Operating system", machine.os() + " (" + machine.arch() + ")"));
        rows.add(pair("CPU", machine.cpuModel()));
        rows.add(pair("CPUs", Numbers.count(machine.cpus())));
        rows.add(pair(
                "Memory (MiB)",
                machine.memoryMiB() == null ? null : Numbers.count(machine.memoryMiB())));
        rows.add(pair("JDK", machine.jdk()));
        rows.add(pair("CPU split", machine.cpuSplit()));
        rows.add(pair("Load average before", measured(machine.loadAverageBefore())));
        rows.add(pair("Load average after", measured(machine.loadAverageAfter())));
        rows.add(pair("Heliometer", run.heliometerVersion()));
        rows.add(pair("Commit", run.gitCommit()));
        run.versions().forEach((name, version) -> rows.add(pair("Version of " + name, version)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Table.of("Environment", PAIR, rows));
        List<List<Cell>> workload = new ArrayList<>();
        run.workload().forEach((name, value) -> workload.add(pair(name, value)));
        blocks.add(Block.Table.of("Workload", PAIR, workload));
        if (!machine.notes().isEmpty()) {
            blocks.add(new Block.Bullets(machine.notes()));
        }
        return new Section("environment", "Environment", blocks);
    }

    static Section settings(RunView view) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Column> columns = List.of(
                Block.Column.text("Engine"),
                Block.Column.text("Setting"),
                Block.Column.text("Value"));
        List<List<Cell>> changed = rows(view.run(), true);
        blocks.add(
                changed.isEmpty()
                        ? new Block.Paragraph("No setting differs from the engine's own default.")
                        : Block.Table.of(
                                "Settings that differ from the engine's default",
                                columns,
                                changed));
        blocks.add(
                new Block.Table("All resolved settings", columns, rows(view.run(), false), true));
        return new Section("settings", "Settings", blocks);
    }

    private static List<List<Cell>> rows(RunRecord run, boolean onlyChanged) {
        List<List<Cell>> rows = new ArrayList<>();
        run.settings().forEach((engine, settings) -> {
            List<String> changed = run.settingsChanged().getOrDefault(engine, List.of());
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                if (!onlyChanged || changed.contains(setting.getKey())) {
                    rows.add(List.of(
                            Cell.of(engine),
                            Cell.of(setting.getKey()),
                            Cell.of(setting.getValue())));
                }
            }
        });
        return rows;
    }

    private static List<Cell> pair(String name, @Nullable String value) {
        return List.of(Cell.of(name), value == null ? Cell.absent("unknown") : Cell.of(value));
    }

    private static @Nullable String measured(@Nullable Double value) {
        return value == null ? null : Numbers.measured(value);
    }
}
