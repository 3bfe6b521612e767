package cn.dabiao.app.ledger;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.data.SecretFile;
import cn.dabiao.app.database.MigratedDatabase;
import cn.dabiao.app.database.Unpooled;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.audit.Audit;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.proof.VerifierKey;
import cn.dabiao.ledger.signing.KeyChange;
import cn.dabiao.ledger.signing.SignedCheckpoint;
import cn.dabiao.ledger.signing.Signer;

/** Who appends also signs: a node that only queries needs no key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${dabiao.role:all}'.toLowerCase() != 'query'")
class SigningConfiguration {

    /** @param migrated named so that the tables are there */
    @Bean(destroyMethod = "close")
    Signer signer(
            JdbcConnectionDetails details,
            MigratedDatabase migrated,
            SigningProperties settings,
            DabiaoProperties dabiao,
            DataDirectory data) {
        DataSource database = Unpooled.of(details);
        Path file = Optional.ofNullable(settings.keyFile()).orElseGet(() -> data.path().resolve("ledger.key"));
        String origin = Optional.ofNullable(settings.origin()).orElseGet(() -> "dabiao.cn/" + dabiao.bureau());
        Optional<VerifierKey> signedBy = signedBy(database);
        SigningKey key = new LedgerKey(new SecretFile(file), origin, settings.newKey()).loadOrCreate(signedBy);
        Set<VerifierKey> keys = new LinkedHashSet<>(List.of(key.verifier()));
        signedBy.ifPresent(keys::add);
        return Signer.start(
                database,
                key,
                settings.newKey() ? KeyChange.ACCEPTED : KeyChange.REFUSED,
                LastSigned.in(data, keys).requireContinuedBy(database));
    }

    private static Optional<VerifierKey> signedBy(DataSource database) {
        try {
            return new Audit(database).newestCheckpoint().map(SignedCheckpoint::key);
        } catch (Malformed e) {
            throw new StartRefused(
                    "The newest checkpoint of the ledger is not what was signed: " + e.getMessage() + ".",
                    "Somebody has changed the database past Dabiao. Verify it, and restore it from a backup.",
                    e);
        }
    }
}
