-- One row per event, in the ledger's order.
CREATE TABLE view.history (
    position      bigint      PRIMARY KEY,
    recorded_at   timestamptz NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    role          text,
    request_id    text,
    event_type    text        NOT NULL,
    payload       jsonb       NOT NULL,
    bureau        text        NOT NULL,
    school_code   text,
    assessment_id text,
    standard_id   text,
    item_no       integer,
    before        numeric,
    after         numeric,
    reason        text,
    authority     text
);
CREATE INDEX history_of_school     ON view.history (school_code, position)   WHERE school_code IS NOT NULL;
CREATE INDEX history_of_assessment ON view.history (assessment_id, position) WHERE assessment_id IS NOT NULL;
