-- What a request with a key of its own has done. A row is written with the events of a command, in their transaction: the
-- same request, sent again, finds where they stand and does nothing more. Kept for some days, and never part of history.
CREATE TABLE ledger.idempotency (
    caller        bytea       NOT NULL, -- SHA-256 of who sends it
    key           text        NOT NULL,
    ordinal       integer     NOT NULL, -- which of the request's commands
    fingerprint   bytea       NOT NULL, -- SHA-256 of the request
    last_position bigint      NOT NULL, -- of the command's last event
    stored_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key, ordinal)
);
CREATE INDEX idempotency_by_age ON ledger.idempotency (stored_at);

-- What the request was answered, once it was: also where it wrote no event.
CREATE TABLE ledger.answer (
    caller      bytea       NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    status      integer     NOT NULL,
    headers     jsonb       NOT NULL,
    body        bytea       NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX answer_by_age ON ledger.answer (stored_at);

REVOKE ALL ON ledger.idempotency, ledger.answer FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON ledger.idempotency TO dabiao_command;
GRANT SELECT, INSERT, DELETE ON ledger.answer TO dabiao_command;
-- The query side takes requests that change something, too, though no event: webhooks, the operator's.
GRANT SELECT ON ledger.idempotency TO dabiao_query;
GRANT SELECT, INSERT ON ledger.answer TO dabiao_query;

-- As ledger.append, for a batch in which there are requests with keys. A key that is taken fails the batch like a number in
-- a stream that is taken.
CREATE FUNCTION ledger.append_once(
    expected_size  bigint,
    expected_fence bigint,
    stream_ids     text[],
    stream_seqs    bigint[],
    stream_types   text[],
    event_ids      uuid[],
    event_types    text[],
    revisions      text[],
    recorded_ats   bigint[],
    payloads       bytea[],
    metadatas      bytea[],
    leaf_hashes    bytea[],
    node_levels    smallint[],
    node_indexes   bigint[],
    node_hashes    bytea[],
    new_frontier   bytea,
    new_root       bytea,
    callers        bytea[],
    keys           text[],
    ordinals       integer[],
    fingerprints   bytea[],
    last_positions bigint[],
    OUT appended   boolean,
    OUT size       bigint,
    OUT fence      bigint,
    OUT frontier   bytea
) LANGUAGE plpgsql AS $$
BEGIN
    SELECT written.appended, written.size, written.fence, written.frontier INTO appended, size, fence, frontier
      FROM ledger.append(expected_size, expected_fence, stream_ids, stream_seqs, stream_types, event_ids, event_types,
                         revisions, recorded_ats, payloads, metadatas, leaf_hashes, node_levels, node_indexes, node_hashes,
                         new_frontier, new_root) AS written;
    IF appended THEN
        INSERT INTO ledger.idempotency (caller, key, ordinal, fingerprint, last_position)
        SELECT * FROM unnest(callers, keys, ordinals, fingerprints, last_positions);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION ledger.append_once FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.append_once TO dabiao_command;
