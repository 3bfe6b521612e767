package cn.dabiao.app.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.proof.Hash;

/**
 * A digest of what a request asks for: method, path, query and content. A form is told by its parts, because whoever sends it
 * again puts other boundaries between them. If-Match is left out: who sends a request again may have looked in between.
 */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Hash of(HttpServletRequest request, byte[] body) {
        return new Fingerprint().head(request).and(body).hash();
    }

    /** @throws ServletException when it is no form of parts after all */
    static Hash ofForm(HttpServletRequest request) throws IOException, ServletException {
        Fingerprint fingerprint = new Fingerprint().head(request);
        for (Part part : request.getParts()) {
            fingerprint.and(part);
        }
        return fingerprint.hash();
    }

    /** Who sends it, by issuer and subject: each issuer names its own. */
    static Hash ofCaller(@Nullable String issuer, @Nullable String subject) {
        return new Fingerprint().and(issuer).and(subject).hash();
    }

    private Fingerprint head(HttpServletRequest request) {
        return and(request.getMethod()).and(request.getRequestURI()).and(request.getQueryString());
    }

    private void and(Part part) throws IOException {
        and(part.getName()).and(part.getSubmittedFileName()).and(part.getContentType()).and(part.getSize());
        try (InputStream content = part.getInputStream();
                OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(digested);
        }
    }

    private Fingerprint and(@Nullable String text) {
        return text == null ? and(-1) : and(text.getBytes(UTF_8));
    }

    private Fingerprint and(byte[] bytes) {
        and(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Before everything of any length, so that nothing can be taken for its neighbour. */
    private Fingerprint and(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
        return this;
    }

    private Hash hash() {
        return Hash.of(digest.digest());
    }
}
