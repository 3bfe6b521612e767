-- Every assessment as it is now: what a list filters and sorts by, and the folded state.
CREATE TABLE view.assessment (
    assessment_id text    PRIMARY KEY,
    campaign_id   text    NOT NULL,
    school_code   text    NOT NULL,
    bureau        text    NOT NULL,
    school_name   text    NOT NULL,
    kind          text    NOT NULL,
    ownership     text    NOT NULL,
    township      text    NOT NULL,
    phase         text    NOT NULL,
    plan_late     boolean NOT NULL,
    self_total    numeric,
    total         numeric,
    grade         text,
    round         integer NOT NULL,
    inspectors    text[]  NOT NULL,
    state         jsonb   NOT NULL,
    version       bigint  NOT NULL,
    position      bigint  NOT NULL
);
CREATE INDEX assessment_by_school    ON view.assessment (bureau, school_code, assessment_id);
CREATE INDEX assessment_of_inspector ON view.assessment USING gin (inspectors);

-- The slice's own copy of the register: at its own position, so that a replay gives the same rows.
CREATE TABLE view.assessment_school (
    school_code text   PRIMARY KEY,
    school      jsonb  NOT NULL,
    version     bigint NOT NULL
);
