package io.heliometer.benchmarks.doctor;

import java.util.ArrayList;
import java.util.List;

/** Checks a machine for a run; takes a few seconds at most. */
public final class Doctor {
    private Doctor() {}

    /** Checks this machine. */
    public static List<Finding> check(DoctorOptions options) throws InterruptedException {
        return check(options, new SystemProbes());
    }

    /** Checks the machine that the probes describe; the order of the findings is fixed. */
    public static List<Finding> check(DoctorOptions options, Probes probes)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(MachineChecks.java(probes));
        findings.add(MachineChecks.cores(probes));
        findings.add(MachineChecks.memory(options, probes));
        findings.add(MachineChecks.disk(options, probes));
        findings.add(MachineChecks.ports(options, probes));
        findings.add(ToolChecks.docker(probes));
        findings.add(ToolChecks.pinning(probes));
        findings.add(ToolChecks.node(probes));
        findings.add(NoiseChecks.calibration(probes));
        findings.add(NoiseChecks.load(probes));
        findings.add(NoiseChecks.pressure(probes));
        return List.copyOf(findings);
    }
}
