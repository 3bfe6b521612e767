-- What inspectors have to do and have done in each assessment; inspectors are those that are, or have scored, in it.
CREATE TABLE view.workload (
    assessment_id text   PRIMARY KEY,
    campaign_id   text   NOT NULL,
    bureau        text   NOT NULL,
    inspectors    text[] NOT NULL,
    work          jsonb  NOT NULL,
    version       bigint NOT NULL,
    position      bigint NOT NULL
);
CREATE INDEX workload_of_campaign  ON view.workload (campaign_id);
CREATE INDEX workload_of_inspector ON view.workload USING gin (inspectors);
