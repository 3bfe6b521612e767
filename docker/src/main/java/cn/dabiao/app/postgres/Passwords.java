package cn.dabiao.app.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;

/**
 * The secrets of the embedded database, each in a file of its own.
 *
 * @param owner   of the superuser and of the owner of the database; hexadecimal
 * @param running of the account that the application runs under; hexadecimal
 */
record Passwords(String owner, String running) {

    static final String OWNER_FILE = "postgres.password";
    static final String RUNNING_FILE = "postgres-app.password";

    /** Those in the files; new ones at the first start. The second is set anew at every start, and may be lost. */
    static Passwords loadOrCreate(DataDirectory data, Path cluster) {
        if (data.readSecret(OWNER_FILE).isEmpty() && Files.exists(cluster)) {
            throw new StartRefused(
                    "The password of the database in " + cluster + " is missing: there is no " + OWNER_FILE
                            + " beside it.",
                    "Restore the file from a backup, or choose another dabiao.data-dir.");
        }
        return new Passwords(loadOrCreate(data, OWNER_FILE), loadOrCreate(data, RUNNING_FILE));
    }

    private static String loadOrCreate(DataDirectory data, String file) {
        return data.readSecret(file).orElseGet(() -> {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            data.writeSecret(file, password);
            return password;
        });
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return "Passwords";
    }
}
