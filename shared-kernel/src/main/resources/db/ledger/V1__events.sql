-- The only truth: every event, once, for ever.
CREATE TABLE ledger.event (
    position     bigint      GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START WITH 0) PRIMARY KEY,
    stream_id    text        NOT NULL,
    stream_seq   bigint      NOT NULL,
    stream_type  text        NOT NULL,
    event_id     uuid        NOT NULL,
    event_type   text        NOT NULL,
    revision     text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    payload      bytea       NOT NULL,
    metadata     bytea       NOT NULL,
    UNIQUE (stream_id, stream_seq)
);

-- The bureaus' rosters are read as a whole for every draw; they are few among many.
CREATE INDEX event_of_inspectors ON ledger.event (position) WHERE stream_type = 'inspector';

-- A role that holds the table's rights by mistake must still not change history.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger.event is append-only: % is refused', TG_OP USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON ledger.event
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
