package io.heliometer.common.fleet;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number from another project's test suite, and how this package computes it.
 *
 * @param formula its name, see {@link #computed}
 * @param source project, file and test it stands in
 * @param inputs raw JSON values by name
 * @param expected the number
 * @param tolerance largest absolute difference
 */
record ReferenceCase(
        String formula,
        String source,
        Map<String, String> inputs,
        double expected,
        double tolerance) {
    private static final String NUMBER = "(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern CASE = Pattern.compile(
            "\"formula\":\\s*\"([^\"]*)\",\\s*\"source\":\\s*\"([^\"]*)\",\\s*\"inputs\":\\s*\\{(.*?)\\},"
                    + "\\s*\"expected\":\\s*" + NUMBER + ",\\s*\"tolerance_abs\":\\s*" + NUMBER,
            Pattern.DOTALL);
    private static final Pattern INPUT =
            Pattern.compile("\"(\\w+)\":\\s*(\"[^\"]*\"|\\[[^\\]]*\\]|[^,\\s]+)");

    /** Reads the cases of a file's text; enough of JSON for that one file. */
    static List<ReferenceCase> parse(String json) {
        List<ReferenceCase> cases = new ArrayList<>();
        Matcher match = CASE.matcher(json);
        while (match.find()) {
            Map<String, String> inputs = new LinkedHashMap<>();
            Matcher input = INPUT.matcher(match.group(3));
            while (input.find()) {
                inputs.put(input.group(1), input.group(2));
            }
            cases.add(new ReferenceCase(
                    match.group(1),
                    match.group(2),
                    inputs,
                    Double.parseDouble(match.group(4)),
                    Double.parseDouble(match.group(5))));
        }
        return cases;
    }

    /** Returns this package's value, or empty if it has no such formula. */
    OptionalDouble computed() {
        if (formula.startsWith("spa.elevation")) {
            return OptionalDouble.of(sun().elevationDegrees());
        }
        String family = formula.split("[. (]", 2)[0];
        return switch (family) {
            case "psa2020" ->
                OptionalDouble.of(
                        formula.endsWith("elevation")
                                ? sun().elevationDegrees()
                                : sun().azimuthDegrees());
            case "refraction" ->
                OptionalDouble.of(Atmosphere.refractionDegrees(
                        number("elevation"), number("pressure"), number("temperature")));
            case "airmass", "alt2pres", "extra_radiation" -> OptionalDouble.of(atmosphere());
            case "ineichen" -> OptionalDouble.of(ineichen());
            case "erbs" -> OptionalDouble.of(erbs());
            case "aoi_projection", "haydavies", "isotropic", "ground_diffuse", "poa_beam" ->
                OptionalDouble.of(transposition());
            case "faiman" ->
                OptionalDouble.of(
                        CellTemperature.faiman(number("poa"), number("ta"), number("ws")));
            case "iam" -> ashrae();
            case "pvwatts_inverter" ->
                OptionalDouble.of(new Inverter(
                                number("pdc0"),
                                inputs.containsKey("eta_nom") ? number("eta_nom") : 0.96)
                        .pacWatts(number("pdc")));
            case "snow" ->
                OptionalDouble.of(Snow.dcLoss(number("coverage"), (int) number("strings")));
            case "prilliman" -> OptionalDouble.of(prilliman());
            case "batzelis" -> OptionalDouble.of(batzelis());
            case "copula" -> copula();
            default -> OptionalDouble.empty();
        };
    }

    @Override
    public String toString() {
        return formula + inputs + " (" + source + ")";
    }

    private String text(String name) {
        return Objects.requireNonNull(inputs.get(name), () -> this + " lacks " + name);
    }

    private double number(String name) {
        return Double.parseDouble(text(name));
    }

    private double cos(String name) {
        return StrictMath.cos(radians(name));
    }

    private double radians(String name) {
        return StrictMath.toRadians(number(name));
    }

    private SolarPosition sun() {
        OffsetDateTime time = OffsetDateTime.parse(text("time").replace("\"", ""));
        return SolarPosition.at((double) time.toEpochSecond(), number("lat"), number("lon"));
    }

    private double atmosphere() {
        return switch (formula) {
            case "airmass.absolute" -> Atmosphere.absoluteAirmass(number("am"), number("pressure"));
            case "alt2pres" -> Atmosphere.pressurePascal(number("altitude"));
            case "extra_radiation.spencer" -> Atmosphere.extraterrestrial((int) number("doy"));
            default -> Atmosphere.relativeAirmass(number("zenith"));
        };
    }

    private double ineichen() {
        ClearSky sky = ClearSky.ineichen(
                cos("apparent_zenith"),
                number("airmass_absolute"),
                number("linke_turbidity"),
                number("altitude"),
                number("dni_extra"));
        return switch (formula) {
            case "ineichen.ghi" -> sky.global();
            case "ineichen.dni" -> sky.direct();
            default -> sky.diffuse();
        };
    }

    private double erbs() {
        double global = number("ghi");
        double cosZenith = cos("zenith");
        double extraterrestrial = Atmosphere.extraterrestrial((int) number("doy"));
        double diffuse = Transposition.diffuse(global, cosZenith, extraterrestrial);
        return switch (formula) {
            case "erbs.kt" -> Transposition.clearness(global, cosZenith, extraterrestrial);
            case "erbs.dhi" -> diffuse;
            default -> Transposition.direct(global, diffuse, cosZenith);
        };
    }

    private double transposition() {
        double cosTilt = cos("tilt");
        if (formula.startsWith("isotropic")) {
            return Transposition.isotropic(number("dhi"), cosTilt);
        }
        if (formula.startsWith("ground_diffuse")) {
            return Transposition.ground(number("ghi"), number("albedo"), cosTilt);
        }
        String zenith = inputs.containsKey("zenith") ? "zenith" : "apparent_zenith";
        double cosIncidence = Transposition.cosIncidence(
                radians("tilt"), radians("azimuth"), radians(zenith), radians("sun_azimuth"));
        return switch (formula) {
            case "aoi_projection" -> cosIncidence;
            case "poa_beam" -> Transposition.beam(number("dni"), cosIncidence);
            default ->
                Transposition.hayDavies(
                        number("dhi"),
                        number("dni") / number("dni_extra"),
                        Transposition.beamRatio(cosIncidence, cos(zenith)),
                        cosTilt);
        };
    }

    /** Weighs the samples of the 20 minutes before the one at the index, youngest first. */
    private double prilliman() {
        double[] temperatures = list("temps");
        int index = (int) number("index");
        double step = number("step_min") * 60;
        int count = Math.min(index, (int) (ThermalLag.WINDOW_SECONDS / step));
        double[] youngestFirst = new double[count];
        for (int i = 0; i < count; i++) {
            youngestFirst[i] = temperatures[index - 1 - i];
        }
        double decay = ThermalLag.decayPerSecond(list("wind")[index], number("unit_mass"));
        return ThermalLag.mean(youngestFirst, StrictMath.exp(-decay * step));
    }

    private double[] list(String name) {
        String[] parts = text(name).replaceAll("[\\[\\]\\s]", "").split(",", -1);
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Double.parseDouble(parts[i]);
        }
        return values;
    }

    private double batzelis() {
        Batzelis module = new Batzelis(new ModuleType(
                number("i_sc"),
                number("v_oc"),
                number("i_mp"),
                number("v_mp"),
                number("alpha_sc"),
                number("beta_voc")));
        double g = number("G") / 1000;
        double cell = number("Tc");
        double lnG = StrictMath.log(g);
        double current = module.maximumPowerAmperes(g, cell);
        return switch (formula) {
            case "batzelis.isc" -> module.shortCircuitAmperes(g, cell);
            case "batzelis.voc" -> module.openCircuitVolts(lnG, cell);
            case "batzelis.i" -> current;
            case "batzelis.v" -> module.maximumPowerVolts(g, lnG, cell);
            default -> current * module.maximumPowerVolts(g, lnG, cell);
        };
    }

    private OptionalDouble ashrae() {
        return formula.startsWith("iam.ashrae")
                ? OptionalDouble.of(Transposition.incidenceModifier(cos("aoi")))
                : OptionalDouble.empty();
    }

    private OptionalDouble copula() {
        KcMixture mixture = KcMixture.ofMean(number("mean_csi"));
        return switch (formula) {
            case "copula.mu_cloud" -> OptionalDouble.of(mixture.cloudMean());
            case "copula.mu_clear" -> OptionalDouble.of(mixture.clearMean());
            case "copula.w_cloud" -> OptionalDouble.of(mixture.cloudWeight());
            case "copula.w_clear" -> OptionalDouble.of(1 - mixture.cloudWeight());
            case "copula.var_cloud" ->
                OptionalDouble.of(mixture.cloudDeviation() * mixture.cloudDeviation());
            case "copula.var_clear" ->
                OptionalDouble.of(mixture.clearDeviation() * mixture.clearDeviation());
            default -> OptionalDouble.empty();
        };
    }
}
