-- All that concerns a school: its own stream, and those of its assessments, whose names end in its code. One entry per
-- stream: an append that opens none does not touch the index.
CREATE INDEX stream_of_school ON ledger.event (split_part(stream_id, ':', -1))
    WHERE stream_seq = 0 AND stream_type IN ('school', 'assessment');
