package cn.dabiao.app.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** A {@code multipart/form-data} body as a browser makes it. */
public final class Form {

    private final MultipartEntityBuilder parts =
            MultipartEntityBuilder.create().setLaxMode().setCharset(StandardCharsets.UTF_8).setBoundary("form");

    public static Form with(byte[] file, String type, String name) {
        Form form = new Form();
        form.parts.addBinaryBody("file", file, ContentType.parse(type), name);
        return form;
    }

    Form and(String field, String value) {
        parts.addTextBody(field, value, ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8));
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=form";
    }

    public BodyPublisher body() {
        return BodyPublishers.ofByteArray(bytes());
    }

    byte[] bytes() {
        try (HttpEntity entity = parts.build()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            entity.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
