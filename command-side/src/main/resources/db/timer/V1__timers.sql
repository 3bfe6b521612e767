-- What is to happen by the calendar. A row is a timer that is set, in the words of db-scheduler 16: it is there from the
-- moment it is set until what it is for is done, whatever is stopped, killed or away meanwhile.
CREATE TABLE timer.scheduled_task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_due ON timer.scheduled_task (execution_time);
CREATE INDEX scheduled_task_at_work ON timer.scheduled_task (last_heartbeat);

-- How far the ledger has been followed for what begins a period; in the words of Axon's token store. The row exists before
-- any node does: two nodes that start at once on an empty table would both insert it, and one would fail.
CREATE TABLE timer.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    touched_at     text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
INSERT INTO timer.token_entry (processor_name, segment, touched_at) VALUES ('timers', 0, '1970-01-01T00:00:00Z');

-- The roles are made by the ledger's migrations, which run before these. Whoever decides also keeps the timers.
REVOKE ALL ON SCHEMA timer FROM PUBLIC;
GRANT USAGE ON SCHEMA timer TO dabiao_command;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA timer TO dabiao_command;
ALTER DEFAULT PRIVILEGES IN SCHEMA timer GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dabiao_command;
-- What has been migrated is for the owner to say.
REVOKE INSERT, UPDATE, DELETE ON timer.flyway_schema_history FROM dabiao_command;
