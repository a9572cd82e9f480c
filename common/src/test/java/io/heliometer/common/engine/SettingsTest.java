package io.heliometer.common.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    private static final Map<String, String> FILES = Map.of(
            "toy.properties", "threads=2\nbuffer.bytes=1024 \nlinger=false\n",
            "toy-tuned.properties", "threads=4\n",
            "typo.properties", "threads=2\n",
            "typo-tuned.properties", "treads=4\n");

    private static @Nullable InputStream open(String name) {
        String text = FILES.get(name);
        return text == null
                ? null
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Settings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return Settings.resolve(SettingsTest::open, "toy", variant, overrides);
    }

    @Test
    void defaultVariant_holdsTheDefaults() throws IOException {
        assertThat(resolve(Settings.DEFAULT, Map.of()).values())
                .isEqualTo(Map.of("threads", "2", "buffer.bytes", "1024", "linger", "false"));
    }

    @Test
    void tunedVariant_changesOnlyWhatItLists() throws IOException {
        Settings tuned = resolve(Settings.TUNED, Map.of());

        assertThat(tuned.number("threads")).isEqualTo(4);
        assertThat(tuned.number("buffer.bytes")).isEqualTo(1024);
    }

    @Test
    void overrides_winOverBothFiles() throws IOException {
        assertThat(resolve(Settings.TUNED, Map.of("threads", "8")).number("threads"))
                .isEqualTo(8);
    }

    @Test
    void values_areAscendingByKey() throws IOException {
        assertThat(resolve(Settings.DEFAULT, Map.of()).values().keySet())
                .containsExactly("buffer.bytes", "linger", "threads");
    }

    @ParameterizedTest
    @CsvSource({"thread, threads", "buffer.byte, buffer.bytes", "ligner, linger"})
    void unknownKey_namesTheNearestKnownOne(String key, String nearest) {
        assertThatThrownBy(() -> resolve(Settings.DEFAULT, Map.of(key, "1")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "unknown setting of toy: " + key + "; the nearest known one is " + nearest);
    }

    @Test
    void unknownKeyOfTheTunedFile_isAnErrorToo() {
        assertThatThrownBy(() ->
                        Settings.resolve(SettingsTest::open, "typo", Settings.TUNED, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown setting of typo: treads; the nearest known one is threads");
    }

    @Test
    void variant_mustHaveAFile() {
        assertThatThrownBy(() -> resolve("fast", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("was not found: toy-fast.properties");
    }

    @Test
    void file_mustExist() {
        assertThatThrownBy(() ->
                        Settings.resolve(SettingsTest::open, "none", Settings.DEFAULT, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("was not found: none.properties");
    }

    @Test
    void number_mustBeAnInteger() throws IOException {
        Settings settings = resolve(Settings.DEFAULT, Map.of("threads", "many"));

        assertThatThrownBy(() -> settings.number("threads"))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting threads must be an integer, was many");
    }

    @Test
    void flag_mustBeTrueOrFalse() throws IOException {
        Settings settings = resolve(Settings.DEFAULT, Map.of());

        assertThat(settings.flag("linger")).isFalse();
        assertThatThrownBy(() -> settings.flag("threads"))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting threads must be true or false, was 2");
    }

    @Test
    void text_mustBeListed() throws IOException {
        Settings settings = resolve(Settings.DEFAULT, Map.of());

        assertThatThrownBy(() -> settings.text("absent"))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith(": absent");
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "'', abc, 3", "abc, '', 3", "kitten, sitting, 3", "threads, threads, 0"
    })
    void editDistance_countsSingleCharacterEdits(String a, String b, int expected) {
        assertThat(EditDistance.between(a, b)).isEqualTo(expected);
    }
}
