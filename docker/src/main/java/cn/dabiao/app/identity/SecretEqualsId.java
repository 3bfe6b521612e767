package cn.dabiao.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares as is: a slow hash would protect nothing where the secret is the public client id. */
enum SecretEqualsId implements PasswordEncoder {
    INSTANCE;

    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
        return raw == null ? null : raw.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String expected) {
        return raw != null && expected != null && MessageDigest.isEqual(bytes(raw), bytes(expected));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
