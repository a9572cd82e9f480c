package io.heliometer.common.oracle;

import io.heliometer.common.model.Panel;

import java.util.List;

/** The definition of one query that stands behind Q0. */
interface TrustedQuery {
    /** Takes the next trusted reading, each partition in its own order. */
    void add(TrustedReading reading);

    /** Takes an announced version of a panel; only what joins the registry cares. */
    default void announce(Panel version) {}

    /** Returns every expected row, in no particular order. Called once, after the last record. */
    List<ExpectedRow> rows(Sieve sieve);
}
