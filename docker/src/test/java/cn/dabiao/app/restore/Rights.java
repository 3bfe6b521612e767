package cn.dabiao.app.restore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who owns what of ours and may do what with it, who is a member of whom, and what guards the tables. */
final class Rights {

    private static final String ALL =
            """
            WITH ours AS (
                SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('ledger', 'view', 'timer', 'webhook', 'analytics')),
            thing (what, owner, acl) AS (
                SELECT 'schema ' || nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner))
                  FROM pg_namespace JOIN ours USING (oid, nspname)
                UNION ALL
                SELECT relkind::text || ' ' || nspname || '.' || relname || ' by row ' || relrowsecurity, relowner,
                       coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
                  FROM pg_class JOIN ours ON ours.oid = relnamespace
                 WHERE relkind NOT IN ('i', 'I')
                UNION ALL
                SELECT 'column ' || nspname || '.' || relname || '.' || attname, relowner, attacl
                  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN ours ON ours.oid = relnamespace
                 WHERE attacl IS NOT NULL
                UNION ALL
                SELECT 'function ' || nspname || '.' || proname || ' as definer ' || prosecdef, proowner,
                       coalesce(proacl, acldefault('f', proowner))
                  FROM pg_proc JOIN ours ON ours.oid = pronamespace
                UNION ALL
                SELECT 'new ' || defaclobjtype::text || ' in ' || nspname, defaclrole, defaclacl
                  FROM pg_default_acl JOIN ours ON ours.oid = defaclnamespace
                UNION ALL
                SELECT 'database', datdba, coalesce(datacl, acldefault('d', datdba))
                  FROM pg_database WHERE datname = current_database())
            SELECT what || ' of ' || pg_get_userbyid(owner) || ' for '
                   || (SELECT coalesce(string_agg(item::text, ' ' ORDER BY item::text), 'nobody') FROM unnest(acl) AS item)
              FROM thing
            UNION ALL
            SELECT 'trigger ' || nspname || '.' || relname || '.' || tgname || ' ' || tgenabled::text
              FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN ours ON ours.oid = relnamespace
             WHERE NOT tgisinternal
            UNION ALL
            SELECT 'role ' || rolname || ' logs in ' || rolcanlogin || ' superuser ' || rolsuper || ' makes roles ' || rolcreaterole
              FROM pg_roles WHERE rolname LIKE 'dabiao%'
            UNION ALL
            SELECT 'member ' || pg_get_userbyid(member) || ' of ' || pg_get_userbyid(roleid) FROM pg_auth_members
            ORDER BY 1
            """;

    private Rights() {}

    static List<String> in(Connection superuser) throws SQLException {
        List<String> rights = new ArrayList<>();
        try (Statement statement = superuser.createStatement(); ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                rights.add(rows.getString(1));
            }
        }
        return rights;
    }
}
