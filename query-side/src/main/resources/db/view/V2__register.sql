-- Standards, campaigns, schools and inspectors as the register has them: what a query filters by, and the state itself.
CREATE TABLE view.standard (
    standard_id  text        PRIMARY KEY,
    bureau       text        NOT NULL,
    standard     jsonb       NOT NULL,
    published_at timestamptz NOT NULL,
    version      bigint      NOT NULL,
    position     bigint      NOT NULL
);
CREATE INDEX standard_of_bureau ON view.standard (bureau, standard_id);

CREATE TABLE view.campaign (
    campaign_id text        PRIMARY KEY,
    bureau      text        NOT NULL,
    campaign    jsonb       NOT NULL,
    opened_at   timestamptz NOT NULL,
    version     bigint      NOT NULL,
    position    bigint      NOT NULL
);
CREATE INDEX campaign_of_bureau ON view.campaign (bureau, campaign_id);

CREATE TABLE view.school (
    school_code   text        PRIMARY KEY,
    bureau        text        NOT NULL,
    name          text        NOT NULL,
    kind          text        NOT NULL,
    ownership     text        NOT NULL,
    township      text        NOT NULL,
    school        jsonb       NOT NULL,
    registered_at timestamptz NOT NULL,
    version       bigint      NOT NULL,
    position      bigint      NOT NULL
);
CREATE INDEX school_of_bureau ON view.school (bureau, school_code);

-- Inspectors are numbered by each bureau for itself.
CREATE TABLE view.inspector (
    bureau        text        NOT NULL,
    inspector_id  text        NOT NULL,
    inspector     jsonb       NOT NULL,
    registered_at timestamptz NOT NULL,
    version       bigint      NOT NULL,
    position      bigint      NOT NULL,
    PRIMARY KEY (bureau, inspector_id)
);
