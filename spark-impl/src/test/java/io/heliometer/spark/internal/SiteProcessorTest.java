package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.spark.EventTime;
import org.junit.jupiter.api.Test;

final class SiteProcessorTest {
    private static final int SITE = 5;

    @Test
    void readingAtTheWatermark_isRefused() {
        assertThatThrownBy(() ->
                        SiteProcessor.requireNotSettled(60_000, record(SiteRecord.READING, 60_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("event time must be > watermark of its site, was 60000 <= 60000");
    }

    @Test
    void readingBehindTheWatermark_isTaken() {
        assertThatCode(() ->
                        SiteProcessor.requireNotSettled(60_000, record(SiteRecord.READING, 60_001)))
                .doesNotThrowAnyException();
    }

    @Test
    void rejectOfAWindowWhoseCountIsWritten_isRefused() {
        assertThatThrownBy(() -> SiteProcessor.requireNotSettled(
                        299_999, record(SiteRecord.REJECT, 299_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("received time of a reject must be in a window that its site has open,"
                        + " was 299000 at watermark 299999");
    }

    @Test
    void rejectOfAnOpenWindow_isTaken() {
        assertThatCode(() -> SiteProcessor.requireNotSettled(
                        299_998, record(SiteRecord.REJECT, 299_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void rejectThatIsNotCounted_isTaken() {
        SiteRecord malformed = record(SiteRecord.REJECT, EventTime.NO_TIME);
        malformed.setSite(SiteRecord.NO_SITE);

        assertThatCode(() -> SiteProcessor.requireNotSettled(299_999, malformed))
                .doesNotThrowAnyException();
    }

    private static SiteRecord record(int kind, long timeMillis) {
        SiteRecord made = new SiteRecord();
        made.setKind(kind);
        made.setSite(SITE);
        made.setTimeMillis(timeMillis);
        return made;
    }
}
