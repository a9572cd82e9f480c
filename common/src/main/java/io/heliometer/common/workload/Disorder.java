package io.heliometer.common.workload;

/**
 * How badly the gateways deliver, in parts per million of the records (of the devices for clock
 * skew). Shares are disjoint where they concern delay: out-of-order, late and too-late records are
 * different ones.
 *
 * @param duplicatePpm retransmitted once more, up to 60 s later
 * @param malformedPpm payload that does not parse
 * @param outOfRangePpm one measurement beyond what its datasheet allows
 * @param absentPpm one measurement, or all of them, missing
 * @param unknownDevicePpm from a device that is not registered
 * @param outOfOrderPpm up to 5 s late
 * @param latePpm more than 5 s late, up to L, accepted
 * @param tooLatePpm more than L late, rejected
 * @param skewedDevicePpm devices whose clock runs 2 to 10 min fast or slow; at least one if
 *     positive
 */
public record Disorder(
        int duplicatePpm,
        int malformedPpm,
        int outOfRangePpm,
        int absentPpm,
        int unknownDevicePpm,
        int outOfOrderPpm,
        int latePpm,
        int tooLatePpm,
        int skewedDevicePpm) {
    /** The rates of the fleet design (docs/spec.md), by which every published run is made. */
    public static final Disorder FIELD =
            new Disorder(5_000, 200, 200, 500, 50, 100_000, 20_000, 500, 100);

    /** Every record once, whole, in order. */
    public static final Disorder NONE = new Disorder(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** All a record can be is 1,000,000 ppm of them. */
    public static final int WHOLE_PPM = 1_000_000;

    public Disorder {
        requireShare("duplicatePpm", duplicatePpm);
        requireShare("malformedPpm", malformedPpm);
        requireShare("outOfRangePpm", outOfRangePpm);
        requireShare("absentPpm", absentPpm);
        requireShare("unknownDevicePpm", unknownDevicePpm);
        requireShare("outOfOrderPpm", outOfOrderPpm);
        requireShare("latePpm", latePpm);
        requireShare("tooLatePpm", tooLatePpm);
        requireShare("skewedDevicePpm", skewedDevicePpm);
        requireShare(
                "outOfOrderPpm + latePpm + tooLatePpm",
                (long) outOfOrderPpm + latePpm + tooLatePpm);
        requireShare(
                "malformedPpm + outOfRangePpm + absentPpm + unknownDevicePpm",
                (long) malformedPpm + outOfRangePpm + absentPpm + unknownDevicePpm);
    }

    private static void requireShare(String name, long share) {
        if (share < 0 || share > WHOLE_PPM) {
            throw new IllegalArgumentException(
                    name + " must be 0.." + WHOLE_PPM + ", was " + share);
        }
    }
}
