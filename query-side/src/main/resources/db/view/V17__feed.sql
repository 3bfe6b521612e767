-- Every event also as whoever may see no person reads it; NULL where its payload tells of none. What there is was written
-- without it and is projected anew.
ALTER TABLE view.history ADD COLUMN figures jsonb;

TRUNCATE view.history;
DELETE FROM view.dead_letter_entry WHERE processing_group = 'history';
UPDATE view.token_entry
   SET token = NULL, token_type = NULL, owner = NULL, touched_at = '1970-01-01T00:00:00Z'
 WHERE processor_name = 'history';

-- What is of no school: standards, campaigns, inspectors. A school's or an inspector's feed looks here beside its own.
CREATE INDEX history_of_bureau ON view.history (bureau, position) WHERE school_code IS NULL;
