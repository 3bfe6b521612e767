-- What statistics count: an assessment as it stands, its scores in arrays, so that a county is read in some hundred short
-- rows. Points are kept in halves, for the domain knows no finer ones and sums of whole numbers are exact.
CREATE TABLE view.statistics (
    assessment_id     text      PRIMARY KEY,
    campaign_id       text      NOT NULL,
    bureau            text      NOT NULL,
    school_code       text      NOT NULL,
    school_name       text      NOT NULL,
    kind              text      NOT NULL,
    ownership         text      NOT NULL,
    township          text      NOT NULL,
    standard_id       text      NOT NULL,
    phase             text      NOT NULL,
    plan_late         boolean   NOT NULL,
    grade             text,
    determined        boolean   NOT NULL,
    total_halves      integer,
    -- Of the round that is graded, else of the latest; 0 before the first.
    round             integer   NOT NULL,
    item_nos          integer[] NOT NULL,
    score_halves      integer[] NOT NULL,
    deducted_halves   integer[] NOT NULL,
    checkpoints       text[]    NOT NULL,
    checkpoint_halves integer[] NOT NULL,
    not_applicable    text[]    NOT NULL,
    -- The due dates of the orders that wait for a report: the calendar alone makes them overdue.
    orders_due        date[]    NOT NULL,
    state             jsonb     NOT NULL,
    version           bigint    NOT NULL,
    position          bigint    NOT NULL
);
CREATE INDEX statistics_of_campaign ON view.statistics (campaign_id, school_code);

-- The slice's own copy of the register: at its own position, so that a replay gives the same rows.
CREATE TABLE view.statistics_school (
    school_code text   PRIMARY KEY,
    school      jsonb  NOT NULL,
    version     bigint NOT NULL
);

-- A group of its own, which begins with the first event: nothing else is projected anew.
INSERT INTO view.token_entry (processor_name, segment, touched_at) VALUES ('statistics', 0, '1970-01-01T00:00:00Z');
