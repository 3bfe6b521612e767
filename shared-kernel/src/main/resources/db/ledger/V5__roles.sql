-- Who owns the tables migrates them and does nothing else; who runs is a member of these groups and owns nothing. Roles
-- are of the whole cluster: another database, or a superuser beforehand, may have made them.
DO $$
DECLARE
    missing text[];
    each    text;
BEGIN
    SELECT array_agg(name) INTO missing
      FROM unnest(ARRAY['dabiao_command', 'dabiao_query', 'dabiao_analyst']) AS name
     WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name);
    FOREACH each IN ARRAY coalesce(missing, '{}') LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', each);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN
                NULL; -- A migration of another database was faster.
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'the roles % are missing, and % may not create them', missing, current_user
                    USING ERRCODE = '42501',
                          HINT = 'A superuser has to run: CREATE ROLE ' || array_to_string(missing, '; CREATE ROLE ') || ';';
        END;
    END LOOP;
END
$$;

REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;

GRANT USAGE ON SCHEMA ledger TO dabiao_command, dabiao_query;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO dabiao_command, dabiao_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT SELECT ON TABLES TO dabiao_command, dabiao_query;
GRANT INSERT ON ledger.event, ledger.node, ledger.checkpoint TO dabiao_command;
-- Locking the row takes this right as well as moving the head on.
GRANT UPDATE ON ledger.head TO dabiao_command;
GRANT EXECUTE ON FUNCTION ledger.append TO dabiao_command;

-- The head is the one row that changes. It moves on, never back, and no other tree of the same size takes its place.
CREATE TRIGGER head_never_goes_back BEFORE UPDATE ON ledger.head
    FOR EACH ROW
    WHEN (NEW.size < OLD.size
          OR NEW.fence < OLD.fence
          OR NEW.size = OLD.size AND (NEW.root, NEW.frontier) IS DISTINCT FROM (OLD.root, OLD.frontier))
    EXECUTE FUNCTION ledger.refuse_change();
