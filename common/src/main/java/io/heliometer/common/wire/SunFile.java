package io.heliometer.common.wire;

import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.wire.proto.SiteOffset;
import io.heliometer.common.wire.proto.SunTimes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sun's times as a Protocol Buffers file, which every worker loads at start. */
public final class SunFile {
    private SunFile() {}

    /** Writes the table; an existing file is replaced. */
    public static void write(SunTable table, Path file) throws IOException {
        var message = io.heliometer.common.wire.proto.SunFile.newBuilder();
        table.offsetMillisBySite()
                .forEach((site, offset) -> message.addOffsets(
                        SiteOffset.newBuilder().setSite(site).setOffsetMillis(offset)));
        table.days()
                .forEach(day -> message.addDays(SunTimes.newBuilder()
                        .setSite(day.site())
                        .setDay(day.day())
                        .setSunriseMillis(day.sunriseMillis())
                        .setSunsetMillis(day.sunsetMillis())));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            message.build().writeTo(out);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IOException if the file is absent or is not such a table
     */
    public static SunTable read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var message = io.heliometer.common.wire.proto.SunFile.parseFrom(in);
            Map<Integer, Long> offsets = new HashMap<>();
            message.getOffsetsList()
                    .forEach(offset -> offsets.put(offset.getSite(), offset.getOffsetMillis()));
            List<SunDay> days = message.getDaysList().stream()
                    .map(day -> new SunDay(
                            day.getSite(),
                            day.getDay(),
                            day.getSunriseMillis(),
                            day.getSunsetMillis()))
                    .toList();
            return new SunTable(offsets, days);
        } catch (IllegalArgumentException e) {
            throw new IOException("sun file must hold the sun's times, did not: " + file, e);
        }
    }
}
