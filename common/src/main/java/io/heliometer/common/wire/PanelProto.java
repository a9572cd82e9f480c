package io.heliometer.common.wire;

import io.heliometer.common.model.Panel;
import io.heliometer.common.wire.proto.PanelRegistration;

/** One version of a panel as a message, in files and in announcements. */
final class PanelProto {
    private static final long MOST_MILLIWATTS = 1_000_000_000_000L;

    private PanelProto() {}

    static PanelRegistration of(Panel panel) {
        return PanelRegistration.newBuilder()
                .setDevice(panel.device())
                .setString(panel.string())
                .setInverter(panel.inverter())
                .setSite(panel.site())
                .setRegion(panel.region())
                .setPdc0Milliwatts(panel.pdc0MilliWatts())
                .setVmp0Millivolts(panel.vmp0MilliVolts())
                .setImp0Milliamperes(panel.imp0MilliAmperes())
                .setVoc0Millivolts(panel.voc0MilliVolts())
                .setIsc0Milliamperes(panel.isc0MilliAmperes())
                .setGammaPpmPerKelvin(panel.gammaPpmPerKelvin())
                .setValidFromMillis(panel.validFromMillis())
                .setVersion(panel.version())
                .build();
    }

    /**
     * Returns the panel.
     *
     * @throws IllegalArgumentException if a value breaks a rule of {@link Panel}, or the rating is
     *     beyond a gigawatt, with which sums would overflow
     */
    static Panel toPanel(PanelRegistration panel) {
        if (panel.getPdc0Milliwatts() > MOST_MILLIWATTS) {
            throw new IllegalArgumentException("pdc0Milliwatts must be <= " + MOST_MILLIWATTS
                    + ", was " + panel.getPdc0Milliwatts());
        }
        return new Panel(
                panel.getDevice(),
                panel.getString(),
                panel.getInverter(),
                panel.getSite(),
                panel.getRegion(),
                panel.getPdc0Milliwatts(),
                panel.getVmp0Millivolts(),
                panel.getImp0Milliamperes(),
                panel.getVoc0Millivolts(),
                panel.getIsc0Milliamperes(),
                panel.getGammaPpmPerKelvin(),
                panel.getValidFromMillis(),
                panel.hasVersion() ? panel.getVersion() : 1);
    }
}
