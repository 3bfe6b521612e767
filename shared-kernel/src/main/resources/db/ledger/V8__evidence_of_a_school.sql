-- A school's evidence concerns it, too: a file has a stream of its own, whose name ends in the school's code as well.
DROP INDEX ledger.stream_of_school;
CREATE INDEX stream_of_school ON ledger.event (split_part(stream_id, ':', -1))
    WHERE stream_seq = 0 AND stream_type IN ('school', 'assessment', 'evidence');
