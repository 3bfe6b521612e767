package cn.dabiao.app.identity;

import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;

/** The RSA key of the issuer, kept so that tokens stay valid over a restart. */
final class SigningKey {

    static final String FILE = "issuer-key.json";

    private SigningKey() {}

    static RSAKey loadOrCreate(DataDirectory data) {
        return data.readSecret(FILE).map(json -> parse(json, data)).orElseGet(() -> create(data));
    }

    private static RSAKey parse(String json, DataDirectory data) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new StartRefused(
                    "The signing key " + data.path().resolve(FILE) + " cannot be read: " + e.getMessage(),
                    "Delete the file; a new key is made and tokens issued so far become invalid.",
                    e);
        }
    }

    private static RSAKey create(DataDirectory data) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            data.writeSecret(FILE, key.toJSONString());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
