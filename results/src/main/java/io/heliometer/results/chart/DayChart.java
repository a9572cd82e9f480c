package io.heliometer.results.chart;

import java.util.List;
import java.util.Locale;

/**
 * A day of a solar fleet, site by site: irradiance with the cloudless sky's beside it, power with
 * what healthy panels would give, and what happened as labelled bands.
 *
 * @param id unique in the document, used in its element ids
 * @param title one line
 * @param description what the picture shows, for those who do not see it
 * @param fromHour first hour shown, UTC
 * @param toHour last hour shown, UTC
 * @param sites one plot each
 */
public record DayChart(
        String id, String title, String description, int fromHour, int toHour, List<Site> sites) {
    private static final double LEFT = 196;
    private static final double RIGHT = Svg.WIDTH - 20;
    private static final double TOP = 58;
    private static final double NAME_HEIGHT = 46;
    private static final double IRRADIANCE_HEIGHT = 130;
    private static final double PLOT_GAP = 34;
    private static final double POWER_HEIGHT = 90;
    private static final double LANE_HEIGHT = 17;
    private static final double LANES_GAP = 16;
    private static final double SITE_GAP = 56;
    private static final int HOUR_STEP = 3;
    private static final double MINUTES_PER_HOUR = 60;

    private static final String SUN = "#c77c02";
    private static final String POWER = "#3b82c4";
    private static final String FAULT = "#d1495b";
    private static final String NO_FAULT = "#8a94a0";
    private static final String OBSERVABLE = "0.85";
    private static final String HIDDEN = "0.3";
    private static final String HARMLESS = "0.5";
    private static final double NARROWEST = 1.5;
    private static final double LEGEND_Y = 40;

    /** Copies the sites. */
    public DayChart {
        sites = List.copyOf(sites);
    }

    /**
     * One site's day; series hold one value per step from {@code fromHour} to {@code toHour}.
     *
     * @param name its heading
     * @param irradiance in the plane of array, W/m2
     * @param clearSky what a cloudless sky would give there, W/m2
     * @param power to the grid, kW
     * @param healthyPower what it would be without faults, kW
     * @param lanes what happened
     */
    public record Site(
            String name,
            List<Double> irradiance,
            List<Double> clearSky,
            List<Double> power,
            List<Double> healthyPower,
            List<Lane> lanes) {
        /** Copies the lists. */
        public Site {
            irradiance = List.copyOf(irradiance);
            clearSky = List.copyOf(clearSky);
            power = List.copyOf(power);
            healthyPower = List.copyOf(healthyPower);
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * Events of one kind.
     *
     * @param label their name and number
     * @param fault whether a crew should come
     * @param bands when
     */
    public record Lane(String label, boolean fault, List<Band> bands) {
        /** Copies the bands. */
        public Lane {
            bands = List.copyOf(bands);
        }
    }

    /**
     * One event, in minutes of the day.
     *
     * @param observable whether a rule can see it then
     */
    public record Band(double fromMinute, double toMinute, boolean observable) {}

    /** Returns the picture. */
    public String svg() {
        double height = TOP;
        for (Site site : sites) {
            height += height(site);
        }
        Svg svg = Svg.picture(id, title, description, height);
        // It stands alone, where nothing else paints the paper.
        svg.line("style", ".hm{background:var(--paper)}");
        legend(svg);
        double top = TOP;
        for (Site site : sites) {
            draw(svg, site, top);
            top += height(site);
        }
        return svg.end();
    }

    private static double height(Site site) {
        return NAME_HEIGHT
                + IRRADIANCE_HEIGHT
                + PLOT_GAP
                + POWER_HEIGHT
                + LANES_GAP
                + site.lanes.size() * LANE_HEIGHT
                + SITE_GAP;
    }

    private static void legend(Svg svg) {
        key(svg, 0, "l", SUN, "irradiance");
        key(svg, 120, "l d a", "none", "cloudless sky");
        key(svg, 260, "l", POWER, "power");
        key(svg, 350, "l d a", "none", "healthy fleet");
        box(svg, 490, FAULT, OBSERVABLE, "fault, a rule can see it");
        box(svg, 665, FAULT, HIDDEN, "fault");
        box(svg, 735, NO_FAULT, HARMLESS, "no fault");
    }

    private static void key(Svg svg, double x, String style, String colour, String text) {
        String path = "M" + Labels.pixel(x) + "," + Labels.pixel(LEGEND_Y) + "h28";
        svg.empty("path", "class", style, "stroke", colour, "d", path);
        svg.text("s", x + 34, LEGEND_Y + 4, text);
    }

    private static void box(Svg svg, double x, String colour, String opacity, String text) {
        rectangle(svg, new double[] {x, LEGEND_Y - 6, 18, 11}, colour, opacity);
        svg.text("s", x + 24, LEGEND_Y + 4, text);
    }

    private static void rectangle(Svg svg, double[] xywh, String colour, String opacity) {
        svg.empty(
                "rect",
                "x",
                xywh[0],
                "y",
                xywh[1],
                "width",
                xywh[2],
                "height",
                xywh[3],
                "fill",
                colour,
                "fill-opacity",
                opacity);
    }

    private void draw(Svg svg, Site site, double top) {
        double irradianceTop = top + NAME_HEIGHT;
        double irradianceBottom = irradianceTop + IRRADIANCE_HEIGHT;
        double powerTop = irradianceBottom + PLOT_GAP;
        double powerBottom = powerTop + POWER_HEIGHT;
        double bottom = powerBottom + LANES_GAP + site.lanes.size() * LANE_HEIGHT;
        svg.text("b", 0, top + 18, site.name);
        hours(svg, irradianceTop, bottom);
        Scale sun = Scale.linear(
                largest(site.irradiance, site.clearSky), irradianceBottom, irradianceTop);
        Axis.horizontal(svg, sun, LEFT, RIGHT, "W/m² in the plane");
        curve(svg, "l d a", "none", site.clearSky, sun);
        curve(svg, "l", SUN, site.irradiance, sun);
        Scale kilowatts =
                Scale.linear(largest(site.power, site.healthyPower), powerBottom, powerTop);
        Axis.horizontal(svg, kilowatts, LEFT, RIGHT, "kW to the grid");
        curve(svg, "l d a", "none", site.healthyPower, kilowatts);
        curve(svg, "l", POWER, site.power, kilowatts);
        for (int i = 0; i < site.lanes.size(); i++) {
            lane(svg, site.lanes.get(i), powerBottom + LANES_GAP + i * LANE_HEIGHT);
        }
    }

    private void hours(Svg svg, double top, double bottom) {
        int first = (fromHour + HOUR_STEP - 1) / HOUR_STEP * HOUR_STEP;
        for (int hour = first; hour <= toHour; hour += HOUR_STEP) {
            double x = x(hour * MINUTES_PER_HOUR);
            svg.stroke("g", x, top, x, bottom);
            svg.text("m s c", x, bottom + 16, String.format(Locale.ROOT, "%02d:00", hour));
        }
    }

    private void curve(Svg svg, String style, String colour, List<Double> values, Scale scale) {
        double step = (toHour - fromHour) * MINUTES_PER_HOUR / Math.max(1, values.size() - 1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Labels.pixel(x(fromHour * MINUTES_PER_HOUR + i * step)))
                    .append(',')
                    .append(Labels.pixel(scale.at(values.get(i))));
        }
        svg.empty("path", "class", style, "stroke", colour, "style", "stroke-width:1.3", "d", path);
    }

    private void lane(Svg svg, Lane lane, double top) {
        svg.text("s r", LEFT - 8, top + 11, lane.label);
        for (Band band : lane.bands) {
            if (band.toMinute <= fromHour * MINUTES_PER_HOUR
                    || band.fromMinute >= toHour * MINUTES_PER_HOUR) {
                continue;
            }
            double from = x(band.fromMinute);
            double width = Math.max(x(band.toMinute) - from, NARROWEST);
            String opacity = band.observable ? OBSERVABLE : HIDDEN;
            rectangle(
                    svg,
                    new double[] {from, top, width, LANE_HEIGHT - 4},
                    lane.fault ? FAULT : NO_FAULT,
                    lane.fault ? opacity : HARMLESS);
        }
    }

    private double x(double minuteOfDay) {
        double share = (minuteOfDay / MINUTES_PER_HOUR - fromHour) / (toHour - fromHour);
        return LEFT + (RIGHT - LEFT) * Math.min(Math.max(share, 0), 1);
    }

    private static double largest(List<Double> one, List<Double> other) {
        double largest = 0;
        for (List<Double> values : List.of(one, other)) {
            for (double value : values) {
                largest = Math.max(largest, value);
            }
        }
        return largest;
    }
}
