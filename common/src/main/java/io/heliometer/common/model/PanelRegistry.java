package io.heliometer.common.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which panels exist, and how often each is sampled. Immutable; lookups are array reads. */
public final class PanelRegistry {
    private final long samplingPeriodMillis;
    private final List<Panel> panels;
    private final @Nullable Panel[] byDevice;
    private final Map<Integer, Integer> panelCountByString;

    /**
     * Registers the panels.
     *
     * @param samplingPeriodMillis tau, ms, a positive multiple of 1000
     * @param panels one version per device; device ids should be dense
     * @throws IllegalArgumentException if a device stands twice or tau is not a multiple of a
     *     second
     */
    public PanelRegistry(long samplingPeriodMillis, List<Panel> panels) {
        if (samplingPeriodMillis < 1000 || samplingPeriodMillis % 1000 != 0) {
            throw new IllegalArgumentException(
                    "samplingPeriodMillis must be a positive multiple of 1000, was "
                            + samplingPeriodMillis);
        }
        this.samplingPeriodMillis = samplingPeriodMillis;
        this.panels = List.copyOf(panels);
        int size = panels.stream().mapToInt(Panel::device).max().orElse(-1) + 1;
        this.byDevice = new @Nullable Panel[size];
        this.panelCountByString = new HashMap<>();
        for (Panel panel : panels) {
            if (byDevice[panel.device()] != null) {
                throw new IllegalArgumentException(
                        "device must be registered once, was twice: " + panel.device());
            }
            byDevice[panel.device()] = panel;
            panelCountByString.merge(panel.string(), 1, Integer::sum);
        }
    }

    /** Returns the panel with this id, or null if no such panel is registered. */
    public @Nullable Panel find(int device) {
        return device >= 0 && device < byDevice.length ? byDevice[device] : null;
    }

    /** Returns how many panels hang on this string; 0 if the string is unknown. */
    public int panelCount(int string) {
        return panelCountByString.getOrDefault(string, 0);
    }

    /** Returns the sampling period tau of every panel, ms. */
    public long samplingPeriodMillis() {
        return samplingPeriodMillis;
    }

    /** Returns the sampling period tau of every panel, s. */
    public long samplingPeriodSeconds() {
        return samplingPeriodMillis / 1000;
    }

    /** Returns all panels in the order given. */
    public List<Panel> panels() {
        return panels;
    }

    /** Returns the distinct site ids, ascending. */
    public int[] sites() {
        int[] sites = panels.stream().mapToInt(Panel::site).distinct().toArray();
        Arrays.sort(sites);
        return sites;
    }
}
