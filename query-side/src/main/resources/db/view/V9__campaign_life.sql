-- The history knows the events of a campaign as such. What V8 has emptied is projected with it.
ALTER TABLE view.history ADD COLUMN campaign_id text;
CREATE INDEX history_of_campaign ON view.history (campaign_id, position) WHERE campaign_id IS NOT NULL;
