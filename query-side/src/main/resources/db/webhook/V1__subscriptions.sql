-- Where events are sent, and how far each target has come. This is configuration and progress: what was sent can be sent
-- again from the ledger, and nothing in it is proved by this.
CREATE TABLE webhook.subscription (
    bureau          text        NOT NULL,
    webhook_id      text        NOT NULL,
    url             text        NOT NULL,
    description     text,
    types           text[]      NOT NULL,
    campaign_id     text,
    school_code     text,
    role            text        NOT NULL,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    -- Signatures need it as it is; no answer and no log ever holds it.
    secret          bytea       NOT NULL,
    former_secret   bytea,
    former_until    timestamptz,
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'DEAD')),
    position        bigint      NOT NULL,
    -- Up to where the delivery goes that is under way: it is the same delivery however often it is tried.
    pending         bigint,
    replays         integer     NOT NULL DEFAULT 0,
    failures        integer     NOT NULL DEFAULT 0,
    last_status     integer,
    fault           text,
    last_attempt_at timestamptz,
    last_success_at timestamptz,
    next_attempt_at timestamptz NOT NULL,
    -- One node at a time sends to a target. Who comes after another has a higher lease, and the other moves nothing any more.
    lease           bigint      NOT NULL DEFAULT 0,
    leased_until    timestamptz,
    PRIMARY KEY (bureau, webhook_id)
);
CREATE INDEX subscription_due ON webhook.subscription (next_attempt_at) WHERE state = 'ACTIVE';

-- The roles are made by the ledger's migrations, which run before these. Whoever reads for others also sends to them.
REVOKE ALL ON SCHEMA webhook FROM PUBLIC;
GRANT USAGE ON SCHEMA webhook TO dabiao_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA webhook TO dabiao_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA webhook GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dabiao_query;
-- What has been migrated is for the owner to say.
REVOKE INSERT, UPDATE, DELETE ON webhook.flyway_schema_history FROM dabiao_query;
