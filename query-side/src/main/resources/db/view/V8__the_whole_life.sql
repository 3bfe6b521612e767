-- Inspectors have recusals and draws their loads, also in the folded states and in the events that the history keeps:
-- what was projected without them is projected anew.
TRUNCATE view.standard, view.campaign, view.school, view.inspector, view.assessment, view.assessment_school,
         view.ranking, view.history, view.dead_letter_entry;
UPDATE view.token_entry SET token = NULL, token_type = NULL, owner = NULL, touched_at = '1970-01-01T00:00:00Z';
