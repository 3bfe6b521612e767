package cn.dabiao.app.idempotency;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A request whose body has been read once already, and can be read by whoever it is meant for. */
final class ReadBody extends HttpServletRequestWrapper {

    private final byte[] body;

    private ReadBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * @throws MaxUploadSizeExceededException  when it is longer than that
     * @throws HttpMessageNotReadableException when the caller goes away in the middle of it
     */
    static ReadBody of(HttpServletRequest request, DataSize longest) {
        try {
            byte[] body = request.getInputStream().readNBytes(Math.toIntExact(longest.toBytes()) + 1);
            if (body.length > longest.toBytes()) {
                throw new MaxUploadSizeExceededException(longest.toBytes());
            }
            return new ReadBody(request, body);
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("the body broke off", e, new ServletServerHttpRequest(request));
        }
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }

    private Charset charset() throws UnsupportedEncodingException {
        String named = getCharacterEncoding();
        try {
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(named);
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final InputStream bytes;

        Bytes(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException e) {
                throw new IllegalStateException("an array is always there", e);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("what is there already need not be listened to");
        }
    }
}
