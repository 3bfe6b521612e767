-- How far each processing group has come, in the words of Axon's token store.
CREATE TABLE view.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    touched_at     text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- The tokens exist before any node does: two nodes that start at once on an empty table would both insert them, and
-- one would fail (AxonFramework #4802). A token that is null stands before the first event.
INSERT INTO view.token_entry (processor_name, segment, touched_at)
VALUES ('register',   0, '1970-01-01T00:00:00Z'),
       ('assessment', 0, '1970-01-01T00:00:00Z'),
       ('ranking',    0, '1970-01-01T00:00:00Z'),
       ('history',    0, '1970-01-01T00:00:00Z');

-- Events that a projection could not take, and those of their streams that wait behind them.
CREATE TABLE view.dead_letter_entry (
    dead_letter_id      text   PRIMARY KEY,
    processing_group    text   NOT NULL,
    sequence_identifier text   NOT NULL,
    sequence_index      bigint NOT NULL,
    message_type        text   NOT NULL,
    event_identifier    text   NOT NULL,
    recorded_at         text   NOT NULL,
    event_type          text   NOT NULL,
    revision            text,
    payload             bytea  NOT NULL,
    metadata            bytea,
    stream_type         text,
    stream_id           text,
    stream_seq          bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text   NOT NULL,
    last_touched        text,
    processing_started  text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);
