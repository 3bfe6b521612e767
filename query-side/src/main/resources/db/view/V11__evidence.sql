-- One row per file of an assessment, found by its hash and listed in the order in which they came.
CREATE TABLE view.evidence (
    assessment_id text   NOT NULL,
    sha256        text   NOT NULL,
    file          jsonb  NOT NULL,
    role          text,
    position      bigint NOT NULL,
    PRIMARY KEY (assessment_id, sha256)
);
CREATE INDEX evidence_of_assessment ON view.evidence (assessment_id, position);
