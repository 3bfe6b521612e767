-- What follows from an assessment is asked of every school at once: whether it is determined, what stands against its
-- eligibility, and what it still owes by which date. What V8 has emptied is projected with it.
ALTER TABLE view.assessment
    ADD COLUMN determined boolean NOT NULL DEFAULT false,
    ADD COLUMN ineligible text[]  NOT NULL DEFAULT '{UNGRADED}',
    ADD COLUMN due        jsonb   NOT NULL DEFAULT '[]';
CREATE INDEX assessment_of_campaign ON view.assessment (campaign_id, school_code);
