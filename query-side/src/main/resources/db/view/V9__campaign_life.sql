-- A campaign shows what was changed in it, and the history knows its events as such: what V8 has emptied is projected
-- with both.
ALTER TABLE view.campaign ADD COLUMN story jsonb NOT NULL;

ALTER TABLE view.history ADD COLUMN campaign_id text;
CREATE INDEX history_of_campaign ON view.history (campaign_id, position) WHERE campaign_id IS NOT NULL;
