-- Lists know overdue orders, and the ranking which schools are determined NOT_ATTAINED. What V8 has emptied is projected
-- with it.
ALTER TABLE view.assessment ADD COLUMN order_overdue boolean NOT NULL DEFAULT false;
ALTER TABLE view.ranking    ADD COLUMN determined    boolean NOT NULL DEFAULT false;
