package io.heliometer.kstreams.internal;

import io.heliometer.common.query.PlantMonitor.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a query stands: alone in its job, or in M with other queries behind it.
 *
 * @param part whose number its rows carry; null where it stands alone
 * @param next the processors that take what came through; empty where it stands alone: then what
 *     came through is written as rows
 */
public record Place(@Nullable Part part, List<String> next) {
    /** A job of one query. */
    public static final Place ALONE = new Place(null, List.of());

    public Place {
        next = List.copyOf(next);
    }

    /** Returns a query's row as a row of the job. */
    public String row(String queryRow) {
        return part == null ? queryRow : part.row(queryRow);
    }

    /** Returns whether nothing stands behind the query. */
    public boolean isLast() {
        return next.isEmpty();
    }
}
