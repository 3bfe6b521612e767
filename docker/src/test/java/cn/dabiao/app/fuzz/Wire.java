package cn.dabiao.app.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;

/** One connection after the other, on which anything can be said: a proper client would refuse half of it. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);

    Wire(int port) {
        this.port = port;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(int status, Map<String, String> headers, byte[] body) {

        /** The media type without its parameters. */
        String type() {
            return headers.getOrDefault("content-type", "").split(";", -1)[0].strip();
        }

        /** Enough to see what is wrong. */
        String beginning() {
            String text = new String(body, StandardCharsets.UTF_8);
            return text.length() > 700 ? text.substring(0, 700) : text;
        }
    }

    Answer send(FuzzRequest request, List<Map.Entry<String, String>> more) throws IOException, HttpException {
        boolean fresh = !connection.isOpen() || connection.isStale();
        if (fresh) {
            connect();
        }
        try {
            return exchange(request, more);
        } catch (IOException e) {
            if (fresh) {
                throw e;
            }
            // The server may have closed it after the last answer.
            connect();
            return exchange(request, more);
        }
    }

    private Answer exchange(FuzzRequest request, List<Map.Entry<String, String>> more) throws IOException, HttpException {
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.operation().method(), request.path());
        message.addHeader("Host", "127.0.0.1:" + port);
        more.forEach(header -> message.addHeader(header.getKey(), header.getValue()));
        request.headers().forEach(header -> message.addHeader(header.getKey(), header.getValue()));
        if (request.body().length > 0) {
            message.addHeader("Content-Length", request.body().length);
            message.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_OCTET_STREAM));
        }
        connection.sendRequestHeader(message);
        try {
            if (message.getEntity() != null) {
                connection.sendRequestEntity(message);
            }
            connection.flush();
        } catch (IOException e) {
            // It was refused before it was read: the answer is there all the same.
        }
        return answer();
    }

    private Answer answer() throws IOException, HttpException {
        ClassicHttpResponse response = connection.receiveResponseHeader();
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = new byte[0];
        boolean endless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        if (!endless && response.getCode() != 304 && response.getCode() != 204) {
            connection.receiveResponseEntity(response);
            body = response.getEntity() == null ? body : EntityUtils.toByteArray(response.getEntity());
        }
        if (endless || "close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(response.getCode(), headers, body);
    }

    private void connect() throws IOException {
        close();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
        connection.bind(socket);
    }

    @Override
    public void close() {
        connection.close(CloseMode.IMMEDIATE);
    }
}
