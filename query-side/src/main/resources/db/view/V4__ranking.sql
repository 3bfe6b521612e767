-- Who stands where: a row from the plan on, with the school's declared facts, ranked once it has a grade.
CREATE TABLE view.ranking (
    assessment_id      text    PRIMARY KEY,
    campaign_id        text    NOT NULL,
    school_code        text    NOT NULL,
    bureau             text    NOT NULL,
    school_name        text,
    kind               text,
    ownership          text,
    township           text,
    grade              text,
    total              numeric,
    category_totals    jsonb,
    points_by_category jsonb,
    round              integer,
    record             jsonb   NOT NULL,
    version            bigint  NOT NULL,
    position           bigint  NOT NULL,
    CHECK (grade IS NULL OR (school_name IS NOT NULL AND kind IS NOT NULL AND ownership IS NOT NULL
                             AND township IS NOT NULL AND total IS NOT NULL AND category_totals IS NOT NULL
                             AND points_by_category IS NOT NULL AND round IS NOT NULL))
);
CREATE INDEX ranking_of_campaign ON view.ranking (campaign_id, bureau) WHERE grade IS NOT NULL;
