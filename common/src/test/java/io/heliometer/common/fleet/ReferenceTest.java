package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The formulas against the literals of the test suites they were taken from (BSD-3 and MIT). */
class ReferenceTest {
    /** Optional: more cases than the ones below, beside the project. */
    private static final Path MORE_CASES =
            Path.of("..", "..", "shared", "vectors", "pvlib_reference_cases.json");

    private static final int MORE_CASES_WITH_A_FORMULA = 115;

    private static final String CASES = """
            {"formula": "psa2020.elevation", "source": "pvlib/solposx tests/test_solarposition.py::expected_psa_2020",
             "inputs": {"time": "2020-10-17T12:30:00+00:00", "lat": 45, "lon": 10},
             "expected": 32.21595946, "tolerance_abs": 1e-06}
            {"formula": "psa2020.azimuth", "source": "pvlib/solposx tests/test_solarposition.py::expected_psa_2020",
             "inputs": {"time": "2020-10-17T12:30:00+00:00", "lat": 45, "lon": 10},
             "expected": 204.9167547, "tolerance_abs": 1e-06}
            {"formula": "psa2020.azimuth", "source": "pvlib/solposx tests/test_solarposition.py::expected_psa_2020",
             "inputs": {"time": "2020-10-17T12:30:00+02:00", "lat": 45, "lon": 10},
             "expected": 169.37535422, "tolerance_abs": 1e-06}
            {"formula": "psa2020.elevation", "source": "pvlib/solposx tests/test_solarposition.py::expected_psa_2020",
             "inputs": {"time": "2020-10-17T12:30:00+00:00", "lat": 0, "lon": 10},
             "expected": 66.85741664, "tolerance_abs": 1e-06}
            {"formula": "refraction.spa", "source": "pvlib/solposx tests/test_refraction.py::expected_spa",
             "inputs": {"elevation": -0.6, "pressure": 101325, "temperature": 12},
             "expected": 0.5760885771, "tolerance_abs": 1e-07}
            {"formula": "airmass.kastenyoung1989", "source": "pvlib tests/test_atmosphere.py::test_airmass",
             "inputs": {"zenith": 89.9},
             "expected": 36.467, "tolerance_abs": 0.001}
            {"formula": "airmass.kastenyoung1989", "source": "pvlib tests/test_atmosphere.py::test_airmass",
             "inputs": {"zenith": 80},
             "expected": 5.586, "tolerance_abs": 0.001}
            {"formula": "alt2pres", "source": "pvlib tests/test_atmosphere.py::test_alt2pres",
             "inputs": {"altitude": -100},
             "expected": 102532.073, "tolerance_abs": 0.001}
            {"formula": "airmass.absolute", "source": "pvlib tests/test_atmosphere.py::test_get_absolute_airmass",
             "inputs": {"am": 40, "pressure": 90000},
             "expected": 35.529, "tolerance_abs": 0.001}
            {"formula": "airmass.absolute", "source": "pvlib tests/test_atmosphere.py::test_get_absolute_airmass",
             "inputs": {"am": 2, "pressure": 90000},
             "expected": 1.776, "tolerance_abs": 0.001}
            {"formula": "extra_radiation.spencer", "source": "pvlib tests/test_irradiance.py::test_get_extra_radiation",
             "inputs": {"doy": 300},
             "expected": 1383.636203, "tolerance_abs": 10}
            {"formula": "ineichen.ghi", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 10.0, "airmass_absolute": 1.0, "linke_turbidity": 3.0, "altitude": 0, "dni_extra": 1364},
             "expected": 1038.159219, "tolerance_abs": 1e-05}
            {"formula": "ineichen.dni", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 10.0, "airmass_absolute": 1.0, "linke_turbidity": 3.0, "altitude": 0, "dni_extra": 1364},
             "expected": 942.2081860378344, "tolerance_abs": 1e-05}
            {"formula": "ineichen.dhi", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 10.0, "airmass_absolute": 1.0, "linke_turbidity": 3.0, "altitude": 0, "dni_extra": 1364},
             "expected": 110.26529293612793, "tolerance_abs": 1e-05}
            {"formula": "ineichen.dni", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 46.0467599, "airmass_absolute": 1.32355476, "linke_turbidity": 3, "altitude": 0, "dni_extra": 1364},
             "expected": 888.90147035, "tolerance_abs": 1e-05}
            {"formula": "ineichen.ghi", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 82.85457044, "airmass_absolute": 6.97935524, "linke_turbidity": 3, "altitude": 0, "dni_extra": 1364},
             "expected": 65.49426624, "tolerance_abs": 1e-05}
            {"formula": "ineichen.dhi", "source": "pvlib tests/test_clearsky.py::test_ineichen_series|scalar_input|altitude|arrays",
             "inputs": {"apparent_zenith": 10.56413562, "airmass_absolute": 0.93527685, "linke_turbidity": 3, "altitude": 0, "dni_extra": 1364},
             "expected": 107.03109696, "tolerance_abs": 1e-05}
            {"formula": "erbs.dni", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 50, "zenith": 85, "doy": 1},
             "expected": 96.7192672, "tolerance_abs": 1e-05}
            {"formula": "erbs.dhi", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 50, "zenith": 85, "doy": 1},
             "expected": 41.5703604, "tolerance_abs": 1e-05}
            {"formula": "erbs.dni", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 1000, "zenith": 10, "doy": 1},
             "expected": 794.205651, "tolerance_abs": 1e-05}
            {"formula": "erbs.dhi", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 1000, "zenith": 10, "doy": 1},
             "expected": 217.860117, "tolerance_abs": 1e-05}
            {"formula": "erbs.kt", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 1000, "zenith": 10, "doy": 1},
             "expected": 0.718132729, "tolerance_abs": 1e-08}
            {"formula": "erbs.kt", "source": "pvlib tests/test_irradiance.py::test_erbs",
             "inputs": {"ghi": 1000, "zenith": 10, "doy": 171},
             "expected": 0.768214312, "tolerance_abs": 1e-08}
            {"formula": "aoi_projection", "source": "pvlib tests/test_irradiance.py::test_aoi_and_aoi_projection",
             "inputs": {"tilt": 0, "azimuth": 0, "zenith": 0, "sun_azimuth": 0},
             "expected": 1, "tolerance_abs": 1e-06}
            {"formula": "haydavies.poa_sky_diffuse", "source": "pvlib tests/test_irradiance.py::test_haydavies",
             "inputs": {"tilt": 40, "azimuth": 180, "dhi": 40.46149818, "dni": 316.1949056, "dni_extra": 1321.1655834833093, "apparent_zenith": 82.85457044, "sun_azimuth": 66.71410338},
             "expected": 27.1775, "tolerance_abs": 0.0001}
            {"formula": "isotropic.poa_sky_diffuse", "source": "pvlib tests/test_irradiance.py::test_isotropic_series",
             "inputs": {"tilt": 40, "dhi": 40.46149818},
             "expected": 35.728402, "tolerance_abs": 0.0001}
            {"formula": "ground_diffuse(sand, albedo 0.4)", "source": "pvlib tests/test_irradiance.py::test_get_ground_diffuse_albedo_surface",
             "inputs": {"tilt": 40, "ghi": 79.73860422, "albedo": 0.4},
             "expected": 3.731058, "tolerance_abs": 0.0001}
            {"formula": "isotropic", "source": "pvlib tests/test_irradiance.py::test_isotropic_float",
             "inputs": {"tilt": 40, "dhi": 100},
             "expected": 88.30222215594891, "tolerance_abs": 1e-09}
            {"formula": "ground_diffuse", "source": "pvlib tests/test_irradiance.py::test_get_ground_diffuse_simple_float",
             "inputs": {"tilt": 40, "ghi": 900, "albedo": 0.25},
             "expected": 26.32000014911496, "tolerance_abs": 1e-09}
            {"formula": "poa_beam", "source": "pvlib tests/test_irradiance.py::test_poa_components",
             "inputs": {"tilt": 40, "azimuth": 180, "apparent_zenith": 10.56413562, "sun_azimuth": 144.76567754, "dni": 939.95469881},
             "expected": 798.31939281, "tolerance_abs": 1e-05}
            {"formula": "faiman", "source": "pvlib tests/test_temperature.py::test_faiman_default",
             "inputs": {"poa": 900, "ta": 20, "ws": 5, "u0": 25, "u1": 6.84},
             "expected": 35.203, "tolerance_abs": 0.001}
            {"formula": "batzelis.p", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1000, "Tc": 25, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 650.044, "tolerance_abs": 0.001}
            {"formula": "batzelis.i", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1000, "Tc": 25, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 15.27, "tolerance_abs": 0.001}
            {"formula": "batzelis.v", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1000, "Tc": 25, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 42.57, "tolerance_abs": 0.001}
            {"formula": "batzelis.isc", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1000, "Tc": 25, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 15.98, "tolerance_abs": 0.001}
            {"formula": "batzelis.voc", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1000, "Tc": 25, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 50.26, "tolerance_abs": 0.001}
            {"formula": "batzelis.i", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 500, "Tc": 20, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 7.626, "tolerance_abs": 0.001}
            {"formula": "batzelis.isc", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 500, "Tc": 20, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 7.972, "tolerance_abs": 0.001}
            {"formula": "batzelis.voc", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 500, "Tc": 20, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 49.687, "tolerance_abs": 0.001}
            {"formula": "batzelis.p", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1200, "Tc": 20, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 789.136, "tolerance_abs": 0.001}
            {"formula": "batzelis.v", "source": "pvlib tests/test_pvarray.py::test_batzelis",
             "inputs": {"G": 1200, "Tc": 50, "i_sc": 15.98, "v_oc": 50.26, "i_mp": 15.27, "v_mp": 42.57, "alpha_sc": 0.007351, "beta_voc": -0.120624},
             "expected": 39.246, "tolerance_abs": 0.001}
            {"formula": "prilliman", "source": "pvlib tests/test_temperature.py::test_prilliman",
             "inputs": {"step_min": 5, "temps": [0, 1, 3, 6, 10, 15, 21, 27], "wind": [0, 1, 2, 3, 2, 1, 2, 3], "unit_mass": 10, "index": 1},
             "expected": 0, "tolerance_abs": 1e-06}
            {"formula": "copula.mu_cloud", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.4187, "tolerance_abs": 0.0001}
            {"formula": "copula.mu_clear", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.9906, "tolerance_abs": 0.0001}
            {"formula": "copula.w_cloud", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.8578, "tolerance_abs": 0.0001}
            {"formula": "copula.w_clear", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.1422, "tolerance_abs": 0.0001}
            {"formula": "copula.var_cloud", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.01638, "tolerance_abs": 1e-05}
            {"formula": "copula.var_clear", "source": "jranalli/solarspatialtools tests/synthirrad/test_copula.py::test_process_params_known_values",
             "inputs": {"mean_csi": 0.5},
             "expected": 0.055001, "tolerance_abs": 1e-05}
            {"formula": "iam.ashrae b=0.05", "source": "pvlib tests/test_iam.py::test_ashrae",
             "inputs": {"aoi": 45},
             "expected": 0.97928932, "tolerance_abs": 1e-07}
            {"formula": "iam.ashrae b=0.05", "source": "pvlib tests/test_iam.py::test_ashrae",
             "inputs": {"aoi": 67.5},
             "expected": 0.9193437, "tolerance_abs": 1e-07}
            {"formula": "pvwatts_inverter", "source": "pvlib tests/test_inverter.py::test_pvwatts_scalars",
             "inputs": {"pdc": 90, "pdc0": 100, "eta_nom": 0.95},
             "expected": 85.58556604752516, "tolerance_abs": 1e-09}
            {"formula": "pvwatts_inverter (clips)", "source": "pvlib tests/test_inverter.py::test_pvwatts_scalars",
             "inputs": {"pdc": 100, "pdc0": 100, "eta_nom": 0.95},
             "expected": 95.0, "tolerance_abs": 1e-09}
            {"formula": "pvwatts_inverter <0.6%", "source": "pvlib tests/test_inverter.py::test_pvwatts_scalars",
             "inputs": {"pdc": 0.001, "pdc0": 1},
             "expected": 0.0, "tolerance_abs": 0}
            {"formula": "snow.dc_loss_nrel", "source": "pvlib tests/test_snow.py::test_dc_loss_nrel",
             "inputs": {"coverage": 0.6, "strings": 8},
             "expected": 0.625, "tolerance_abs": 1e-12}
            """;

    @Test
    void formulas_reproduceThePublishedNumbers() {
        assertThat(check(ReferenceCase.parse(CASES))).isEqualTo(54);
    }

    @Test
    void formulas_reproduceEveryCaseOfTheReferenceFile() throws IOException {
        assumeTrue(Files.exists(MORE_CASES), () -> "skipped: no reference file at " + MORE_CASES);
        int checked = check(ReferenceCase.parse(Files.readString(MORE_CASES)));
        assertThat(checked).isGreaterThanOrEqualTo(MORE_CASES_WITH_A_FORMULA);
    }

    private static int check(List<ReferenceCase> cases) {
        SoftAssertions softly = new SoftAssertions();
        int checked = 0;
        for (ReferenceCase reference : cases) {
            OptionalDouble computed = reference.computed();
            if (computed.isPresent()) {
                double error = Math.abs(computed.getAsDouble() - reference.expected());
                softly.assertThat(error)
                        .as(reference.toString())
                        .isLessThanOrEqualTo(reference.tolerance());
                checked++;
            }
        }
        softly.assertAll();
        return checked;
    }
}
