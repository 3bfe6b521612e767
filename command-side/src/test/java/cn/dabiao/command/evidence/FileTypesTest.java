package cn.dabiao.command.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

import cn.dabiao.domain.evidence.MediaType;

class FileTypesTest {

    private final FileTypes types = new FileTypes();

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("a JPEG", "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF", "image/jpeg"),
                Arguments.of("a PNG", "\u0089PNG\r\n\u001a\n", "image/png"),
                Arguments.of("a WebP", "RIFF$\u0000\u0000\u0000WEBPVP8 ", "image/webp"),
                Arguments.of("a PDF", "%PDF-1.7\n", "application/pdf"),
                Arguments.of("a phone's video", "\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0002\u0000isomiso2", "video/mp4"),
                Arguments.of("another phone's video", "\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom", "video/mp4"),
                Arguments.of("a video for the web", "\u0000\u0000\u0000\u0018ftypavc1\u0000\u0000\u0000\u0000isomavc1", "video/mp4"),
                Arguments.of("a film", "\u0000\u0000\u0000\u0014ftypqt  \u0000\u0000\u0002\u0000qt  ", "video/quicktime"),
                Arguments.of("an old film without a brand", "\u0000\u0000\u0000\u0008wide\u0000\u0000\u0010\u0000mdat", "video/quicktime"),
                Arguments.of("a tablet's video", "\u0000\u0000\u0000\u0018ftypM4V ", "video/mp4"),
                Arguments.of("another new picture", "\u0000\u0000\u0000\u0018ftypmif1\u0000\u0000\u0000\u0000mif1heic", "image/heic"),
                Arguments.of("a new phone's picture", "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "image/heic"),
                Arguments.of("a program", "\u007fELF\u0002\u0001\u0001", "application/x-elf"),
                Arguments.of("a page", "<!DOCTYPE html><html><script>", "text/html"),
                Arguments.of("a drawing that can hold a program", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "image/svg+xml"),
                Arguments.of("a text", "just words", "text/plain"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void a_file_is_what_its_first_bytes_say(String what, String head, String type) throws IOException {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(types.detect(new ByteArrayInputStream(bytes))).hasToString(type);
    }

    @Test
    void what_a_caller_says_is_taken_by_its_usual_name_and_silence_as_silence() {
        assertThat(types.declared("image/jpeg")).contains(new MediaType("image/jpeg"));
        assertThat(types.declared("image/pjpeg")).contains(new MediaType("image/jpeg"));
        assertThat(types.declared("Application/PDF; version=1.7")).contains(new MediaType("application/pdf"));
        assertThat(types.declared("application/octet-stream")).isEmpty();
        assertThat(types.declared("nonsense")).isEmpty();
        assertThat(types.declared(null)).isEmpty();
    }

    @Test
    void the_settings_are_the_limits() {
        EvidenceSettings settings = new EvidenceSettings(DataSize.ofMegabytes(2), List.of("image/png", "image/jpeg"));

        assertThat(settings.limits().maxBytes().value()).isEqualTo(2 << 20);
        assertThat(settings.limits().types()).containsExactly(new MediaType("image/jpeg"), new MediaType("image/png"));
    }
}
