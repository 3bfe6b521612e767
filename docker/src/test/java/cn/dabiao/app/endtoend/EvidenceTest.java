package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.ledger.LedgerReader;

/** A photo's way: brought, listed, fetched, proved; and all that is not taken. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceTest {

    private static final String SCHOOL = "2132072461";
    private static final String NEIGHBOUR = "2132072462";
    private static final int LIMIT = 20 << 20;
    private static final String PNG = "image/png";
    private static final String NAME = "监控室.png";

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerReader ledger;

    @Value("${dabiao.data-dir}")
    private Path data = Path.of("");

    private County county = new County(new Caller(0), "");
    private String path = "";
    private String inspector = "";

    @BeforeAll
    void a_school_under_review_by_two_of_three_inspectors() {
        county = new County(new Caller(port), "evidence").opened().withSchool(SCHOOL).withSchool(NEIGHBOUR);
        county.underReview(SCHOOL);
        county.withInspector(3);
        inspector = "inspector-" + county.drawn(SCHOOL)[0];
        path = county.assessment(SCHOOL) + "/evidence";
    }

    @AfterEach
    void nothing_is_left_where_files_arrive() throws IOException {
        for (String directory : List.of("uploads", "evidence/incoming")) {
            try (Stream<Path> left = Files.list(data.resolve(directory))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void a_picture_is_stored_listed_and_given_back_byte_by_byte() throws Exception {
        byte[] picture = picture(1);
        String hash = sha256(picture);
        String version = etagOfAssessment();
        Form form = Form.with(picture, PNG, NAME)
                .and("sha256", hash)
                .and("takenAt", "2018-04-10T02:30:00Z")
                .and("place", "监控中心，东门 2 号画面");

        HttpResponse<String> stored = county.upload(inspector, path, form);

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(stored.headers().firstValue("Location")).contains("/api/v1" + path + "/" + hash);
        JsonNode written = Caller.json(stored);
        assertThat(written.get("sha256").asString()).isEqualTo(hash);
        assertThat(written.get("name").asString()).isEqualTo(NAME);
        assertThat(written.get("mediaType").asString()).isEqualTo(PNG);
        assertThat(written.get("bytes").asInt()).isEqualTo(picture.length);
        assertThat(written.get("takenAt").asString()).isEqualTo("2018-04-10T02:30:00Z");
        assertThat(written.get("place").asString()).isEqualTo("监控中心，东门 2 号画面");
        JsonNode listed = county.seen(stored, path).at("/items/0");
        assertThat(listed.get("sha256").asString()).isEqualTo(hash);
        assertThat(listed.get("storedAs").asString()).isEqualTo("INSPECTOR");
        assertThat(etagOfAssessment()).as("a picture moves nobody's version").isEqualTo(version);
        isGivenBack(picture, hash);

        HttpResponse<String> again = county.upload("school-" + SCHOOL, path, Form.with(picture, PNG, "又一次.png"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Caller.json(again)).isEqualTo(written);
        assertThat(bundle()).contains("evidence:evidence:" + hash + ":" + SCHOOL);
    }

    private void isGivenBack(byte[] picture, String hash) {
        HttpResponse<byte[]> whole = county.download("auditor", path + "/" + hash);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(picture);
        assertThat(whole.headers().firstValue("Content-Type")).contains(PNG);
        assertThat(whole.headers().firstValue("ETag")).contains('"' + hash + '"');
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(picture.length);
        assertThat(whole.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it)
                        .startsWith("attachment")
                        .contains("filename*=UTF-8''%E7%9B%91%E6%8E%A7%E5%AE%A4.png"));

        HttpResponse<byte[]> part = county.download("auditor", path + "/" + hash, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(picture, 10, 20));
        assertThat(county.download("auditor", path + "/" + hash, "If-None-Match", '"' + hash + '"').statusCode())
                .isEqualTo(304);
    }

    @Test
    void whoever_has_no_part_in_the_assessment_neither_brings_nor_fetches() throws Exception {
        byte[] picture = picture(2);
        Form form = Form.with(picture, PNG, NAME);
        HttpResponse<String> stored = county.upload("leader", path, form);
        String file = path + "/" + sha256(picture);
        county.seen(stored, path);

        BadInputTest.isProblem(county.upload("school-" + NEIGHBOUR, path, form), 403, "another-school");
        BadInputTest.isProblem(
                county.upload("inspector-" + county.inspector(3), path, form), 403, "not-inspector-of-round");
        BadInputTest.isProblem(county.upload("office-320723", path, form), 403, "another-bureau");
        BadInputTest.isProblem(county.upload("auditor", path, form), 403, "forbidden");
        BadInputTest.isProblem(
                county.upload("office", county.assessment(NEIGHBOUR) + "/evidence", form), 404, "not-found");
        BadInputTest.isProblem(county.as("school-" + NEIGHBOUR, "GET", file, ""), 403, "another-school");
        BadInputTest.isProblem(
                county.as("inspector-" + county.inspector(3), "GET", file, ""), 403, "not-inspector-of-round");
        BadInputTest.isProblem(county.as("office-320723", "GET", path, ""), 403, "another-bureau");
        BadInputTest.isProblem(county.as("analyst", "GET", file, ""), 403, "forbidden");
        BadInputTest.isProblem(county.as("office", "GET", path + "/" + "0".repeat(64), ""), 404, "not-found");
        assertThat(county.as("analyst", "GET", path, "").body()).contains(PNG).doesNotContain("监控室");
    }

    /** What is refused leaves no event and no file. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class NotTaken {

        private long headBefore;

        @BeforeEach
        void note_the_head() {
            headBefore = ledger.head().orElseThrow();
        }

        @AfterEach
        void nothing_was_stored() {
            assertThat(ledger.head()).hasValue(headBefore);
        }

        @Test
        void a_file_that_is_not_what_the_caller_says() throws Exception {
            byte[] picture = picture(3);
            HttpResponse<String> damaged =
                    upload(Form.with(picture, PNG, NAME).and("sha256", "0".repeat(64)));
            BadInputTest.isProblem(damaged, 422, "file-hash-differs");
            assertThat(Caller.json(damaged).get("actual").asString()).isEqualTo(sha256(picture));
            HttpResponse<String> differs = upload(Form.with(picture, "application/pdf", "room.pdf"));
            BadInputTest.isProblem(differs, 422, "file-type-differs");
            assertThat(Caller.json(differs).get("detected").asString()).isEqualTo(PNG);
            assertThat(Files.exists(data.resolve("evidence").resolve(sha256(picture).substring(0, 2)))).isFalse();
        }

        @Test
        void a_file_of_another_kind_whatever_it_calls_itself() {
            byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> refused = upload(Form.with(page, PNG, NAME));

            BadInputTest.isProblem(refused, 415, "file-type-not-allowed");
            assertThat(Caller.json(refused).get("detected").asString()).isEqualTo("text/html");
            assertThat(Caller.json(refused).get("allowed").toString()).contains("image/jpeg", "application/pdf");
        }

        @Test
        void a_form_whose_fields_are_not_as_they_have_to_be() throws Exception {
            byte[] picture = picture(4);
            BadInputTest.isProblem(
                    upload(Form.with(picture, PNG, NAME).and("takenAt", "2099-01-01T00:00:00Z")), 422, "taken-in-future");
            isInvalid(upload(Form.with(picture, PNG, NAME).and("takenAt", "0000-06-01T00:00:00Z")), "takenAt");
            isInvalid(upload(Form.with(picture, PNG, NAME).and("takenAt", "yesterday")), "takenAt");
            isInvalid(upload(Form.with(picture, PNG, NAME).and("sha256", "ABC")), "sha256");
            isInvalid(upload(Form.with(picture, PNG, NAME).and("place", "")), "place");
            isInvalid(upload(Form.with(picture, PNG, NAME).and("palce", "监控室")), "palce");
            isInvalid(upload(Form.with(picture, PNG, "名".repeat(121))), "file");
            isInvalid(upload(Form.with(new byte[0], PNG, NAME)), "file");
            isInvalid(upload(new Form().and("place", "监控室")), "file");
            isInvalid(send("multipart/form-data", Form.with(picture, PNG, NAME).bytes()), "/");
            isInvalid(send("multipart/form-data; boundary=form", Arrays.copyOf(Form.with(picture, PNG, NAME).bytes(), 300)), "/");
            BadInputTest.isProblem(county.as("office", "POST", path, "{}"), 415, "unsupported-media-type");
        }

        @Test
        void a_file_that_is_too_large_whether_its_length_is_told_or_not() {
            byte[] large = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, LIMIT + 1);
            Form form = Form.with(large, PNG, NAME);

            HttpResponse<String> told = upload(form);
            BadInputTest.isProblem(told, 413, "file-too-large");
            assertThat(Caller.json(told).get("limit").asInt()).isEqualTo(LIMIT);
            BadInputTest.isProblem(
                    new Caller(port).send(
                            new Caller(port).tokenOf("office"),
                            "/api/v1" + path,
                            form.contentType(),
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes()))),
                    413, "file-too-large");
        }

        @Test
        void what_says_to_be_far_too_large_before_it_has_been_sent() throws IOException {
            String head = """
                    POST /api/v1%s HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: multipart/form-data; boundary=form
                    Content-Length: 10000000000

                    --form
                    """.formatted(path, new Caller(port).tokenOf("office")).replace("\n", "\r\n");
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
                assertThat(new String(answer, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
            }
        }

        private HttpResponse<String> upload(Form form) {
            return county.upload("office", path, form);
        }

        private HttpResponse<String> send(String type, byte[] body) {
            Caller caller = new Caller(port);
            return caller.send(caller.tokenOf("office"), "/api/v1" + path, type, BodyPublishers.ofByteArray(body));
        }

        private static void isInvalid(HttpResponse<String> response, String field) {
            BadInputTest.isProblem(response, 400, "invalid-request");
            assertThat(Caller.json(response).at("/errors/0/field").asString()).isEqualTo(field);
        }
    }

    private String etagOfAssessment() {
        return county.as("office", "GET", county.assessment(SCHOOL), "").headers().firstValue("ETag").orElseThrow();
    }

    /** The events of the school's bundle. */
    private String bundle() throws IOException {
        byte[] zip = county.download("auditor", "/schools/" + SCHOOL + "/bundle").body();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals("events.ndjson")) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("a bundle has its events");
    }

    private static byte[] picture(int seed) throws IOException {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(seed);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, noise.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
