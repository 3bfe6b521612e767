-- What was answered to an import may tell names and numbers, and is given up when somebody is erased. Of what was kept before
-- this, or is by a node that does not know of it yet, nobody can say.
ALTER TABLE ledger.answer ADD COLUMN names_persons boolean NOT NULL DEFAULT true;
