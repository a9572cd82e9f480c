package io.heliometer.benchmarks.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.benchmarks.doctor.Finding.Status;
import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.CpuSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final DoctorOptions OPTIONS =
            DoctorOptions.of(Path.of("runs")).withBrokerPort(9092);

    private final FakeProbes probes = new FakeProbes();

    @Test
    void goodMachine_isOkThroughout() throws Exception {
        List<Finding> findings = Doctor.check(OPTIONS, probes);

        assertThat(findings)
                .extracting(Finding::name)
                .containsExactly(
                        "java",
                        "cores",
                        "memory",
                        "disk",
                        "ports",
                        "docker",
                        "pinning",
                        "node",
                        "noise",
                        "load",
                        "pressure");
        assertThat(Finding.worst(findings)).isEqualTo(Status.OK);
    }

    @Test
    void oldJava_fails() throws Exception {
        probes.javaFeature = 11;
        expect("java", Status.FAIL, "JDK 11, needed is 17 or newer");
    }

    @Test
    void oneCore_fails() throws Exception {
        probes.cpuCount = 1;
        expect(
                "cores",
                Status.FAIL,
                "1 CPU(s) allowed, needed are 2: engine, broker and load would share one");
    }

    @Test
    void littleMemory_fails() throws Exception {
        probes.memoryAvailableBytes = OptionalLong.of(2 * FakeProbes.GIBIBYTE);
        expect("memory", Status.FAIL, "2.0 GiB available, needed are 4.0 GiB");
    }

    @Test
    void scarceMemory_warns() throws Exception {
        probes.memoryAvailableBytes = OptionalLong.of(3 * FakeProbes.GIBIBYTE);
        expect("memory", Status.WARN, "3.0 GiB available, needed are 4.0 GiB");
    }

    @Test
    void unknownMemory_warns() throws Exception {
        probes.memoryAvailableBytes = OptionalLong.empty();
        expect("memory", Status.WARN, "the available memory is unknown");
    }

    @Test
    void fullDisk_fails() throws Exception {
        probes.diskFreeBytes = FakeProbes.GIBIBYTE;
        expect("disk", Status.FAIL, "1.0 GiB free at runs, needed are 2.0 GiB");
    }

    @Test
    void brokerPortInUse_fails() throws Exception {
        probes.portsInUse.add(9092);
        expect("ports", Status.FAIL, "broker port 9092 of 127.0.0.1 is in use");
    }

    @Test
    void noLoopback_fails() throws Exception {
        probes.portsInUse.add(0);
        expect("ports", Status.FAIL, "no port of 127.0.0.1 can be opened");
    }

    @Test
    void noDockerClient_warns() throws Exception {
        probes.commands.remove("docker");
        expect(
                "docker",
                Status.WARN,
                "no docker client: container mode not available; process mode needs none");
    }

    @Test
    void deadDockerDaemon_warns() throws Exception {
        probes.commands.put("docker", FakeProbes.ended(1, "Cannot connect"));
        expect(
                "docker",
                Status.WARN,
                "the docker daemon does not answer:"
                        + " container mode not available; process mode needs none");
    }

    @Test
    void hangingDockerDaemon_warns() throws Exception {
        probes.commands.put("docker", FakeProbes.notEnded(CommandResult.Status.TIMED_OUT));
        expect(
                "docker",
                Status.WARN,
                "the docker daemon does not answer:"
                        + " container mode not available; process mode needs none");
    }

    @Test
    void noPinning_warns() throws Exception {
        probes.cpuSplit = CpuSplit.none("there is no taskset");
        expect(
                "pinning",
                Status.WARN,
                "not pinned: there is no taskset; engines compete with the broker for CPUs");
    }

    @Test
    void noNode_warns() throws Exception {
        probes.commands.remove("node");
        expect("node", Status.WARN, "no Node.js: the Kinesis engine is skipped, all others run");
    }

    @Test
    void unevenCalibration_warns() throws Exception {
        probes.calibrationNanos = List.of(20_000_000L, 30_000_000L, 25_000_000L);
        expect("noise", Status.WARN, "calibration loop 20.0 to 30.0 ms, ratio 1.50, limit 1.25");
    }

    @Test
    void busyMachine_warns() throws Exception {
        probes.loadAverage = OptionalDouble.of(3.5);
        expect("load", Status.WARN, "load average of the last minute: 3.5, limit 2.0");
    }

    @Test
    void cpuPressure_warns() throws Exception {
        probes.cpuPressurePercent = OptionalDouble.of(40);
        expect(
                "pressure",
                Status.WARN,
                "percent of the last 10 s in which a task waited for a CPU: 40.0, limit 10.0");
    }

    @Test
    void thisMachine_givesAFactForEveryCheck(@TempDir Path folder) throws Exception {
        List<Finding> findings = Doctor.check(DoctorOptions.of(folder.resolve("not/yet/there")));

        assertThat(findings)
                .hasSize(11)
                .allSatisfy(finding -> assertThat(finding.detail()).isNotBlank());
        assertThat(findings.get(0).status()).isEqualTo(Status.OK);
    }

    @Test
    void options_areChecked() {
        assertThatThrownBy(() -> OPTIONS.withMemory(2, 1))
                .hasMessageStartingWith("limits must be 0 <= memoryFailBytes <= memoryNeedBytes");
    }

    private void expect(String name, Status status, String detail) throws Exception {
        List<Finding> unwell = Doctor.check(OPTIONS, probes).stream()
                .filter(finding -> finding.status() != Status.OK)
                .toList();

        assertThat(unwell).hasSize(1);
        Finding finding = unwell.get(0);
        assertThat(finding.name()).isEqualTo(name);
        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.detail()).isEqualTo(detail);
        assertThat(finding.nextStep()).isNotBlank();
    }
}
