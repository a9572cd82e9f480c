package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuSplitTest {
    @Test
    void split_givesTheUpperHalfToTheEngine() {
        CpuSplit split = CpuSplit.of("0-3");

        assertThat(split.engineCpus()).containsExactly(2, 3);
        assertThat(split.harnessCpus()).containsExactly(0, 1);
        assertThat(split.describe()).isEqualTo("engine on CPUs 2,3, everything else on 0,1");
    }

    @Test
    void split_readsGapsAndGivesTheOddCpuToTheOthers() {
        CpuSplit split = CpuSplit.of("0-1,8");

        assertThat(split.engineCpus()).containsExactly(8);
        assertThat(split.harnessCpus()).containsExactly(0, 1);
    }

    @Test
    void split_ofOneCpuPinsNothingAndSaysWhy() {
        CpuSplit split = CpuSplit.of("5");

        assertThat(split.pinned()).isFalse();
        assertThat(split.pin(CpuSide.ENGINE, List.of("java"))).containsExactly("java");
        assertThat(split.describe()).isEqualTo("not pinned: only CPU 5 is allowed");
    }

    @Test
    void detect_canBeSwitchedOff() throws Exception {
        assertThat(CpuSplit.detect(false).describe()).isEqualTo("not pinned: switched off");
    }

    @Test
    void split_mustBeWhole() {
        assertThatThrownBy(() -> new CpuSplit(List.of(1), List.of(), ""))
                .hasMessage("engineCpus and harnessCpus must be both empty or both non-empty,"
                        + " was [1] and []");
    }

    @Test
    void pin_runsTheChildOnItsCpusOnly(@TempDir Path folder) throws Exception {
        CpuSplit split = CpuSplit.detect(true);
        assumeTrue(split.pinned(), split.describe());
        try (RunProcesses run = RunProcesses.open(folder)) {
            List<String> command = split.pin(CpuSide.ENGINE, Mains.command("tethered"));
            ChildSpec spec = ChildSpec.in(folder, "pinned", command).withReadyLine("READY");
            ChildProcess child = run.start(spec, line -> {});
            child.awaitReady(Bounds.START);

            assertThat(allowed(child)).isEqualTo(split.engineCpus());
            assertThat(split.pin(CpuSide.HARNESS, child.pid())).isTrue();
            assertThat(allowed(child)).isEqualTo(split.harnessCpus());
        }
    }

    private static List<Integer> allowed(ChildProcess child) {
        return CpuSplit.parse(
                ProcFiles.statusField(child.pid(), "Cpus_allowed_list").orElseThrow());
    }
}
