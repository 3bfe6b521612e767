-- The keys of persons. No name stands here: a person is found by a digest of name and place under a key that the database
-- does not hold. Who is erased keeps the row and loses the key, and with it everything that was ever sealed with it.
CREATE TABLE person.person (
    id          uuid        PRIMARY KEY,
    -- Persons that were entered together are read together.
    number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    lookup      bytea       UNIQUE,
    suite       text        NOT NULL CHECK (suite IN ('AES', 'SM4')),
    wrapped_key bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    erased_at   timestamptz,
    CHECK ((lookup IS NULL) = (wrapped_key IS NULL) AND (wrapped_key IS NULL) = (erased_at IS NOT NULL))
) WITH (
    -- A destroyed key shall not wait in a dead row until there are more of them.
    autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0
);

-- Which master key it is that all keys here are wrapped by: a digest that only that one makes. There is one row at the most.
CREATE TABLE person.master_key (
    only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key_check bytea   NOT NULL
);

-- The roles are made by the ledger's migrations, which run before these.
REVOKE ALL ON SCHEMA person FROM PUBLIC;
GRANT USAGE ON SCHEMA person TO dabiao_command, dabiao_query;
-- Whether all migrations have run, everybody asks who starts.
GRANT SELECT ON person.flyway_schema_history TO dabiao_command, dabiao_query;
GRANT SELECT ON person.person, person.master_key TO dabiao_query;
GRANT SELECT, INSERT ON person.person, person.master_key TO dabiao_command;
GRANT UPDATE (lookup, wrapped_key, erased_at) ON person.person TO dabiao_command;

-- A key comes once and goes once.
CREATE FUNCTION person.only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.erased_at IS NOT NULL OR NEW.wrapped_key IS NOT NULL THEN
        RAISE EXCEPTION 'the key of a person can be destroyed and nothing else';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER only_erase BEFORE UPDATE ON person.person FOR EACH ROW EXECUTE FUNCTION person.only_erase();
