package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.MonitoringRule;

import java.util.List;
import java.util.Set;

/** A monitoring rule that can be computed from the rows of one query. */
interface Rule {
    /** Returns its name. */
    MonitoringRule name();

    /** Returns the query whose rows it reads. */
    String query();

    /** Returns the type of fault that it takes everything for. */
    FaultType guess();

    /** Returns the types of fault that it is made for, its guess included. */
    Set<FaultType> finds();

    /** Returns its alerts; rows come in any order, some of them more than once. */
    List<Alert> alerts(List<ResultRow> rows, Plant plant);
}
