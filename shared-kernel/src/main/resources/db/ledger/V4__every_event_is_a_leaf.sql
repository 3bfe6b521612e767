ALTER TABLE ledger.event ALTER COLUMN leaf_hash SET NOT NULL;
ALTER TABLE ledger.event ENABLE TRIGGER event_is_append_only;
