-- The roles are made by the ledger's migrations, which run before these. Whoever projects writes rows, and tables none.
REVOKE ALL ON SCHEMA view FROM PUBLIC;
GRANT USAGE ON SCHEMA view TO dabiao_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA view TO dabiao_query;
ALTER DEFAULT PRIVILEGES IN SCHEMA view GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dabiao_query;
-- What has been migrated is for the owner to say.
REVOKE INSERT, UPDATE, DELETE ON view.flyway_schema_history FROM dabiao_query;
