-- A group's tables are rebuilt beside the live ones, in a schema of their own, and exchanged for them in one short
-- transaction. Whoever projects owns no table: what takes an owner is done by the functions below, and by them alone.
CREATE SCHEMA view_rebuild;
REVOKE ALL ON SCHEMA view_rebuild FROM PUBLIC;
-- Where the tables are that have just been replaced, until nothing is made of them any more: never longer than a transaction.
CREATE SCHEMA view_replaced;
REVOKE ALL ON SCHEMA view_replaced FROM PUBLIC;
GRANT USAGE ON SCHEMA view_rebuild TO dabiao_query;

-- The last rebuild of each group.
CREATE TABLE view.rebuild (
    processing_group  text             PRIMARY KEY,
    state             text             NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    position          bigint           NOT NULL,
    target            bigint           NOT NULL,
    events_per_second double precision NOT NULL,
    started_by        text             NOT NULL,
    started_at        timestamptz      NOT NULL,
    ended_at          timestamptz,
    node              text             NOT NULL,
    alive_at          timestamptz      NOT NULL,
    cancel_requested  boolean          NOT NULL DEFAULT false,
    failed_position   bigint,
    failure           text
);

-- Events that an operator has taken out of a projection, and why. A rebuild leaves them out as well.
CREATE TABLE view.skipped_event (
    processing_group text        NOT NULL,
    position         bigint      NOT NULL,
    stream_id        text        NOT NULL,
    event_type       text        NOT NULL,
    cause            text,
    reason           text        NOT NULL,
    skipped_by       text        NOT NULL,
    skipped_at       timestamptz NOT NULL,
    PRIMARY KEY (processing_group, position)
);

CREATE FUNCTION view.require_projected(tables text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    wrong text;
BEGIN
    SELECT string_agg(name, ', ') INTO wrong
      FROM unnest(tables) AS name
     WHERE to_regclass(format('view.%I', name)) IS NULL
        OR name IN ('token_entry', 'dead_letter_entry', 'flyway_schema_history', 'rebuild', 'skipped_event');
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'no tables of a projection: %', wrong USING ERRCODE = '42501';
    END IF;
END
$$;

-- Empty tables like the live ones, with their keys; the other indexes are made when the rows are there.
CREATE FUNCTION view.begin_rebuild(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    each text;
    made record;
BEGIN
    PERFORM view.require_projected(tables);
    FOREACH each IN ARRAY tables LOOP
        EXECUTE format('DROP TABLE IF EXISTS view_rebuild.%I', each);
        EXECUTE format('CREATE TABLE view_rebuild.%I (LIKE view.%1$I INCLUDING ALL EXCLUDING INDEXES)', each);
        FOR made IN SELECT conname, pg_get_constraintdef(oid) AS definition
                      FROM pg_constraint
                     WHERE conrelid = format('view.%I', each)::regclass AND contype IN ('p', 'u')
        LOOP
            EXECUTE format('ALTER TABLE view_rebuild.%I ADD CONSTRAINT %I %s', each, made.conname, made.definition);
        END LOOP;
        FOR made IN SELECT right_of.grantee::regrole AS grantee, right_of.privilege_type
                      FROM pg_class, aclexplode(relacl) AS right_of
                     WHERE pg_class.oid = format('view.%I', each)::regclass
                       AND right_of.grantee NOT IN (0, relowner)
        LOOP
            EXECUTE format('GRANT %s ON view_rebuild.%I TO %s', made.privilege_type, each, made.grantee);
        END LOOP;
    END LOOP;
END
$$;

-- Makes the indexes that are missing yet, under the names of the live ones.
CREATE FUNCTION view.index_rebuild(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    each text;
    made record;
BEGIN
    PERFORM view.require_projected(tables);
    FOREACH each IN ARRAY tables LOOP
        FOR made IN SELECT pg_get_indexdef(indexrelid) AS definition
                      FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
                     WHERE indrelid = format('view.%I', each)::regclass
                       AND to_regclass(format('view_rebuild.%I', index.relname)) IS NULL
        LOOP
            EXECUTE regexp_replace(made.definition, ' ON view\.', ' ON view_rebuild.');
        END LOOP;
        EXECUTE format('ANALYZE view_rebuild.%I', each);
    END LOOP;
END
$$;

-- All locks first: who reads one of the tables is not kept from the next while this waits for another.
CREATE FUNCTION view.end_rebuild(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    each text;
BEGIN
    PERFORM view.require_projected(tables);
    FOREACH each IN ARRAY tables LOOP
        EXECUTE format('LOCK TABLE view.%I IN ACCESS EXCLUSIVE MODE', each);
    END LOOP;
    FOREACH each IN ARRAY tables LOOP
        EXECUTE format('ALTER TABLE view.%I SET SCHEMA view_replaced', each);
        EXECUTE format('ALTER TABLE view_rebuild.%I SET SCHEMA view', each);
    END LOOP;
    -- The views for BI tools still show the tables that were there when they were defined.
    PERFORM analytics.define();
    FOREACH each IN ARRAY tables LOOP
        EXECUTE format('DROP TABLE view_replaced.%I', each);
    END LOOP;
END
$$;

CREATE FUNCTION view.drop_rebuild(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    each text;
BEGIN
    PERFORM view.require_projected(tables);
    FOREACH each IN ARRAY tables LOOP
        EXECUTE format('DROP TABLE IF EXISTS view_rebuild.%I', each);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION view.require_projected, view.begin_rebuild, view.index_rebuild, view.end_rebuild, view.drop_rebuild
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION view.require_projected, view.begin_rebuild, view.index_rebuild, view.end_rebuild,
    view.drop_rebuild TO dabiao_query;
