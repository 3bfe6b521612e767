package cn.dabiao.benchmark;

import java.util.List;

import cn.dabiao.domain.assessment.AssessmentId;

/** The assessments that a client takes in turn: its own, so that what is measured is not two clients' quarrel. */
final class Turns {

    /** The most clients that a measurement has. */
    private static final int MOST_CLIENTS = 128;

    private final List<AssessmentId> all;
    private final int client;
    private int count;

    Turns(List<AssessmentId> all, int client) {
        this.all = all;
        this.client = client;
    }

    AssessmentId next() {
        int own = all.size() / MOST_CLIENTS;
        AssessmentId next = all.get(client + MOST_CLIENTS * (count % own));
        count++;
        return next;
    }

    /** How many were taken so far. */
    int count() {
        return count;
    }
}
