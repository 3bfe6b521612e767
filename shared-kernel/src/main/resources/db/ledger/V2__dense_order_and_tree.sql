-- From here on positions are given by whoever holds the head row: dense, and in the order of commit. What an identity
-- column gave so far may have holes, where writes were rolled back; the events move up, their order stays.
ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only;
ALTER TABLE ledger.event ALTER COLUMN position DROP IDENTITY;

-- By way of the negative numbers: no event may meet another that has not moved yet.
UPDATE ledger.event
   SET position = -1 - dense.number
  FROM (SELECT position, row_number() OVER (ORDER BY position) - 1 AS number FROM ledger.event) AS dense
 WHERE event.position = dense.position;
UPDATE ledger.event SET position = -1 - position;

ALTER TABLE ledger.event ADD COLUMN leaf_hash bytea;
ALTER TABLE ledger.event ADD CHECK (position >= 0);

-- The tree's right edge. Whoever appends locks this row first, so that batches queue up here and nowhere else.
CREATE TABLE ledger.head (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    size     bigint  NOT NULL,
    -- Raised by whoever lost a connection while appending: a batch that was sent with an older fence changes nothing.
    fence    bigint  NOT NULL DEFAULT 0,
    frontier bytea   NOT NULL,
    root     bytea   NOT NULL
) WITH (fillfactor = 10);

-- The hashes of full subtrees of 2^level leaves, level 1 and up; level 0 is event.leaf_hash.
CREATE TABLE ledger.node (
    level smallint NOT NULL,
    index bigint   NOT NULL,
    hash  bytea    NOT NULL,
    PRIMARY KEY (level, index)
);

-- Signed notes, and the key that each is signed with.
CREATE TABLE ledger.checkpoint (
    size         bigint      PRIMARY KEY,
    note         text        NOT NULL,
    verifier_key text        NOT NULL,
    signed_at    timestamptz NOT NULL
);

CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger.% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER node_is_append_only BEFORE UPDATE OR DELETE ON ledger.node
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER node_is_never_truncated BEFORE TRUNCATE ON ledger.node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_is_append_only BEFORE UPDATE OR DELETE ON ledger.checkpoint
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_is_never_truncated BEFORE TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER head_is_never_deleted BEFORE DELETE ON ledger.head
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER head_is_never_truncated BEFORE TRUNCATE ON ledger.head
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Appends a batch behind the events that its sender knows of. One call is one round trip, and in autocommit the whole
-- transaction. When the head has moved on, or a fence was raised, nothing is appended and the head as it is, locked, is
-- the answer: the leaf hashes were made for other positions.
CREATE FUNCTION ledger.append(
    expected_size  bigint,
    expected_fence bigint,
    stream_ids     text[],
    stream_seqs    bigint[],
    stream_types   text[],
    event_ids      uuid[],
    event_types    text[],
    revisions      text[],
    recorded_ats   bigint[],   -- microseconds since 1970-01-01T00:00:00Z
    payloads       bytea[],
    metadatas      bytea[],
    leaf_hashes    bytea[],
    node_levels    smallint[],
    node_indexes   bigint[],
    node_hashes    bytea[],
    new_frontier   bytea,
    new_root       bytea,
    OUT appended   boolean,
    OUT size       bigint,
    OUT fence      bigint,
    OUT frontier   bytea
) LANGUAGE plpgsql AS $$
BEGIN
    SELECT head.size, head.fence, head.frontier INTO size, fence, frontier FROM ledger.head FOR UPDATE;
    appended := size = expected_size AND fence = expected_fence;
    IF NOT appended THEN
        RETURN;
    END IF;

    INSERT INTO ledger.event (position, stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at,
                              payload, metadata, leaf_hash)
    SELECT expected_size + number - 1, stream_id, stream_seq, stream_type, event_id, event_type, revision,
           timestamptz '1970-01-01 00:00:00+00' + recorded_at * interval '1 microsecond', payload, metadata, leaf_hash
      FROM unnest(stream_ids, stream_seqs, stream_types, event_ids, event_types, revisions, recorded_ats, payloads,
                  metadatas, leaf_hashes)
           WITH ORDINALITY AS batch (stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at,
                                     payload, metadata, leaf_hash, number);

    INSERT INTO ledger.node (level, index, hash)
    SELECT * FROM unnest(node_levels, node_indexes, node_hashes);

    size := size + cardinality(stream_ids);
    frontier := new_frontier;
    UPDATE ledger.head SET size = append.size, frontier = new_frontier, root = new_root;
    PERFORM pg_notify('dabiao_ledger', append.size::text);
END
$$;
