-- Schools are merged and closed. Whatever was projected before this knows of none that were: all are open.
ALTER TABLE view.school
    ADD COLUMN status      text        NOT NULL DEFAULT 'OPEN',
    ADD COLUMN merged_into text;

-- A merger is of the school that ceased, and is told in the history of the other one, too.
ALTER TABLE view.history ADD COLUMN other_school text;
CREATE INDEX history_of_other_school ON view.history (other_school, position) WHERE other_school IS NOT NULL;
