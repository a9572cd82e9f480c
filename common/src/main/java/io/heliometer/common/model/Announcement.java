package io.heliometer.common.model;

/**
 * A change of the registry as a site's gateway sends it upstream: on the site's own channel, in the
 * order of received time, at least twice the allowed lateness before it holds. Whoever reads the
 * channel in order therefore knows a version before the first reading that it holds for.
 *
 * @param receivedTimeMillis when the gateway sends it, ms UTC
 * @param panel the new version
 */
public record Announcement(long receivedTimeMillis, Panel panel) {}
