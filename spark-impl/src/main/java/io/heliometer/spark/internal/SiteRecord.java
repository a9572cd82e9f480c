package io.heliometer.spark.internal;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.spark.EventTime;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to the state of its site. A bean for the reasons given at
 * {@link StringSample}, with setters for those columns that are read back behind the shuffle.
 */
public final class SiteRecord {
    /** The site of a record that names none. */
    public static final int NO_SITE = -1;

    /** Nothing that the query heeds. */
    public static final int NONE = 0;

    /** A reading that Q0 accepts. */
    public static final int READING = 1;

    /** A version of a panel. */
    public static final int REGISTRATION = 2;

    /** A record that Q0 rejects. */
    public static final int REJECT = 3;

    /** An end-of-stream marker. */
    public static final int MARKER = 4;

    private long clockMillis = EventTime.NO_TIME;
    private int site = NO_SITE;
    private int kind;
    private int device;
    private long sequence;
    private long timeMillis;
    private int voltage = PanelReading.ABSENT;
    private int current = PanelReading.ABSENT;
    private int temperature = PanelReading.ABSENT;
    private int status;
    private byte @Nullable [] content;

    /** Returns a reading that Q0 accepts or a marker; anything else as {@link #NONE}. */
    public static SiteRecord accepted(Arrival arrival, OpenJob job) {
        PanelReading reading = arrival.reading();
        if (reading == null) {
            return new SiteRecord();
        }
        if (reading.flush()) {
            return marker(reading);
        }
        return job.rules().check(reading) == null ? reading(reading, job) : new SiteRecord();
    }

    /** Returns a reading that Q0 accepts, a marker or a version; rejects as {@link #NONE}. */
    public static SiteRecord acceptedOrVersion(Arrival arrival, OpenJob job) {
        Panel version = arrival.registration();
        return version == null ? accepted(arrival, job) : version(version, job);
    }

    /** Returns any record that matters; a reject brings its row along. */
    public static SiteRecord any(Arrival arrival, OpenJob job) {
        PanelReading reading = arrival.reading();
        Panel version = arrival.registration();
        if (version != null) {
            return version(version, job);
        }
        if (reading != null && reading.flush()) {
            return marker(reading);
        }
        RejectReason reason = job.rules().check(reading);
        if (reason != null || reading == null) {
            return reject(arrival, Objects.requireNonNullElse(reason, RejectReason.MALFORMED), job);
        }
        return reading(reading, job);
    }

    private static SiteRecord marker(PanelReading reading) {
        SiteRecord made = new SiteRecord();
        made.kind = MARKER;
        made.clockMillis = reading.eventTimeMillis();
        return made;
    }

    private static SiteRecord reading(PanelReading reading, OpenJob job) {
        SiteRecord made = new SiteRecord();
        made.kind = READING;
        made.site =
                Objects.requireNonNull(job.registry().find(reading.device())).site();
        made.clockMillis = reading.eventTimeMillis();
        made.timeMillis = reading.eventTimeMillis();
        made.device = reading.device();
        made.sequence = reading.sequence();
        made.voltage = reading.voltageMilliVolts();
        made.current = reading.currentMilliAmperes();
        made.temperature = reading.temperatureCentiCelsius();
        made.status = reading.status();
        return made;
    }

    /** The state is where the device's readings go; one that Q0 does not know has none. */
    private static SiteRecord version(Panel version, OpenJob job) {
        SiteRecord made = new SiteRecord();
        Panel registered = job.registry().find(version.device());
        if (registered == null) {
            return made;
        }
        made.kind = REGISTRATION;
        made.site = registered.site();
        made.content = ReadingCodec.encode(new Announcement(0, version));
        return made;
    }

    private static SiteRecord reject(Arrival arrival, RejectReason reason, OpenJob job) {
        SiteRecord made = new SiteRecord();
        PanelReading reading = arrival.reading();
        Integer site = job.rules().countedSite(reading);
        made.kind = REJECT;
        made.site = site == null ? NO_SITE : site;
        made.timeMillis = reading == null ? EventTime.NO_TIME : reading.receivedTimeMillis();
        made.status = reason.code();
        made.content = ValidateReadings.rejectRow(arrival, reason).getBytes(StandardCharsets.UTF_8);
        return made;
    }

    /** Returns the reading; its received time did its work before the shuffle. */
    public PanelReading toReading() {
        return new PanelReading(
                device,
                sequence,
                timeMillis,
                timeMillis,
                voltage,
                current,
                temperature,
                status,
                false);
    }

    /** Returns the version of a panel that the record announces. */
    Panel toVersion() {
        return Objects.requireNonNull(ReadingCodec.arrival(content).registration());
    }

    /** Returns the time to which the record moves its partition's clock, ms, or NO_TIME. */
    public long getClockMillis() {
        return clockMillis;
    }

    /** Returns the site whose state the record goes to. */
    public int getSite() {
        return site;
    }

    /** Sets the site. */
    public void setSite(int site) {
        this.site = site;
    }

    /** Returns what the record is. */
    public int getKind() {
        return kind;
    }

    /** Sets what the record is. */
    public void setKind(int kind) {
        this.kind = kind;
    }

    /** Returns the device of a reading. */
    public int getDevice() {
        return device;
    }

    /** Sets the device. */
    public void setDevice(int device) {
        this.device = device;
    }

    /** Returns the sequence of a reading. */
    public long getSequence() {
        return sequence;
    }

    /** Sets the sequence. */
    public void setSequence(long sequence) {
        this.sequence = sequence;
    }

    /** Returns the event time of a reading, the received time of a reject, ms. */
    public long getTimeMillis() {
        return timeMillis;
    }

    /** Sets the time. */
    public void setTimeMillis(long timeMillis) {
        this.timeMillis = timeMillis;
    }

    /** Returns the voltage, mV, or ABSENT. */
    public int getVoltage() {
        return voltage;
    }

    /** Sets the voltage. */
    public void setVoltage(int voltage) {
        this.voltage = voltage;
    }

    /** Returns the current, mA, or ABSENT. */
    public int getCurrent() {
        return current;
    }

    /** Sets the current. */
    public void setCurrent(int current) {
        this.current = current;
    }

    /** Returns the temperature, 0.01 degC, or ABSENT. */
    public int getTemperature() {
        return temperature;
    }

    /** Sets the temperature. */
    public void setTemperature(int temperature) {
        this.temperature = temperature;
    }

    /** Returns the status of a reading, the reason's code of a reject. */
    public int getStatus() {
        return status;
    }

    /** Sets the status. */
    public void setStatus(int status) {
        this.status = status;
    }

    /** Returns the row of a reject, the payload of an announcement, else null. */
    public byte @Nullable [] getContent() {
        return content;
    }

    /** Sets the content. */
    public void setContent(byte @Nullable [] content) {
        this.content = content;
    }
}
