-- Every draw weighs who inspects how much in its campaign: draws, opened rounds and replacements are few among many, and are found by
-- the beginning of their streams' names, byte by byte.
CREATE INDEX event_of_assignments ON ledger.event (stream_id text_pattern_ops)
 WHERE event_type IN ('assessment.InspectorsDrawn', 'assessment.ReviewOpened', 'assessment.InspectorReplaced');
