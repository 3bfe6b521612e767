-- How many schools a bureau has of each sort: who counts the schools without a plan need not read a register of a hundred
-- thousand. Written in the same statement as view.school, and of its rows alone.
CREATE TABLE view.school_count (
    bureau    text   NOT NULL,
    township  text   NOT NULL,
    kind      text   NOT NULL,
    ownership text   NOT NULL,
    schools   bigint NOT NULL,
    open      bigint NOT NULL,
    -- The sum of their versions, which rises with whatever changes in one of them.
    versions  bigint NOT NULL,
    PRIMARY KEY (bureau, township, kind, ownership)
);
INSERT INTO view.school_count
SELECT bureau, township, kind, ownership, count(*), count(*) FILTER (WHERE status = 'OPEN'), sum(version)
  FROM view.school
 GROUP BY bureau, township, kind, ownership;
