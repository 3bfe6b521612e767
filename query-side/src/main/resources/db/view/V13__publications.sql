-- What the bureau made public of a campaign: each publication, and its schools frozen as they stood.
CREATE TABLE view.publication (
    campaign_id    text        NOT NULL,
    publication_no integer     NOT NULL,
    published_at   timestamptz NOT NULL,
    note           text,
    schools        integer     NOT NULL,
    pending        integer     NOT NULL,
    position       bigint      NOT NULL,
    PRIMARY KEY (campaign_id, publication_no)
);

CREATE TABLE view.published_grade (
    campaign_id        text    NOT NULL,
    publication_no     integer NOT NULL,
    school_code        text    NOT NULL,
    school_name        text    NOT NULL,
    kind               text    NOT NULL,
    grade              text    NOT NULL,
    determined         boolean NOT NULL,
    pending            boolean NOT NULL,
    total              numeric NOT NULL,
    category_totals    jsonb   NOT NULL,
    points_by_category jsonb   NOT NULL,
    place              integer NOT NULL,
    place_in_kind      integer NOT NULL,
    PRIMARY KEY (campaign_id, publication_no, school_code)
);

-- The ranking as it is now knows open appeals, too. What V8 has emptied is projected with them.
ALTER TABLE view.ranking ADD COLUMN pending boolean NOT NULL DEFAULT false;
