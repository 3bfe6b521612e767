package cn.dabiao.command.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.evidence.MediaType;

/** Tells what kind of file it is by its first bytes, whatever its name is and whatever anybody says. */
final class FileTypes {

    /** Says nothing: what a client sends that does not know. */
    private static final String ANYTHING = "application/octet-stream";
    private static final String MP4 = "video/mp4";
    private static final String QUICKTIME = "video/quicktime";
    /** Other names of the same kind, as browsers and phones use them. */
    private static final Map<String, String> USUAL = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "image/x-png", "image/png",
            "image/heif", "image/heic",
            "application/mp4", MP4,
            "video/x-m4v", MP4,
            "application/x-pdf", "application/pdf");

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    /** @param content from its beginning, and able to go back there */
    MediaType detect(InputStream content) throws IOException {
        String type = known.detect(content, new Metadata()).getBaseType().toString();
        return usual(type.equals(QUICKTIME) && !isOfApple(content) ? MP4 : type);
    }

    /** What a caller says it is, under its usual name; empty when that is nothing or cannot be read. */
    Optional<MediaType> declared(@Nullable String type) {
        return Optional.ofNullable(type)
                .map(org.apache.tika.mime.MediaType::parse)
                .map(it -> it.getBaseType().toString())
                .filter(it -> !it.equals(ANYTHING))
                .map(FileTypes::usual);
    }

    private static MediaType usual(String type) {
        return new MediaType(USUAL.getOrDefault(type, type));
    }

    /** MP4 came of QuickTime, and Tika takes most of its brands for it: in QuickTime's own the brand is "qt". */
    private static boolean isOfApple(InputStream content) throws IOException {
        String head = new String(content.readNBytes(12), StandardCharsets.ISO_8859_1);
        return !head.startsWith("ftyp", 4) || head.startsWith("qt", 8);
    }
}
