package cn.dabiao.app.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.ledger.once.RequestKey;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.person.Envelope;

/** What is remembered of requests with keys; see the ledger's migrations. */
final class AnswerTable {

    /** One look for both: whether it was answered, and whether some of it was done without having been answered. */
    private static final String REMEMBERED =
            """
            SELECT answer.fingerprint, answer.status, answer.headers, answer.body,
                   (SELECT fingerprint
                      FROM ledger.idempotency
                     WHERE caller = :caller AND key = :key
                     LIMIT 1) AS begun
              FROM (VALUES (1)) AS always
              LEFT JOIN ledger.answer AS answer ON answer.caller = :caller AND answer.key = :key
            """;
    /** Of two nodes that answer the same request, the first is remembered. */
    private static final String ANSWERED =
            """
            INSERT INTO ledger.answer (caller, key, fingerprint, status, headers, body, names_persons)
            VALUES (:caller, :key, :fingerprint, :status, CAST(:headers AS jsonb), :body, :persons)
                ON CONFLICT DO NOTHING
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Envelope envelope;

    AnswerTable(JdbcClient database, JsonMapper json, Envelope envelope) {
        this.database = database;
        this.json = json;
        this.envelope = envelope;
    }

    /**
     * What is known under a caller's key.
     *
     * @param fingerprint of the request that it was used for; null when it is new
     * @param answer      null when that was not answered, or its answer was too long to be kept, or is sealed by a key that is
     *                    not here
     */
    record Remembered(@Nullable Hash fingerprint, @Nullable StoredAnswer answer) {}

    /** A fingerprint as it may be stored: a short request could be guessed from a bare digest. */
    Hash keyed(Hash fingerprint) {
        return Hash.of(envelope.keyed(fingerprint.toBytes()));
    }

    Remembered look(RequestKey key) {
        return database.sql(REMEMBERED)
                .param("caller", key.caller().toBytes())
                .param("key", key.key())
                .query((row, _) -> remembered(row))
                .single();
    }

    /** @param namesPersons whether it is to be given up when somebody is erased */
    void keep(RequestKey key, StoredAnswer answer, boolean namesPersons) {
        database.sql(ANSWERED)
                .param("caller", key.caller().toBytes())
                .param("key", key.key())
                .param("fingerprint", key.fingerprint().toBytes())
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", envelope.seal(answer.body()))
                .param("persons", namesPersons)
                .update();
    }

    private Remembered remembered(ResultSet row) throws SQLException {
        byte[] answered = row.getBytes("fingerprint");
        if (answered == null) {
            byte[] begun = row.getBytes("begun");
            return new Remembered(begun == null ? null : Hash.of(begun), null);
        }
        Map<String, String> headers = json.readValue(row.getString("headers"), new TypeReference<>() {});
        int status = row.getInt("status");
        StoredAnswer answer = envelope.open(row.getBytes("body"))
                .map(body -> new StoredAnswer(status, headers, body))
                .orElse(null);
        return new Remembered(Hash.of(answered), answer);
    }
}
