package cn.dabiao.command.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.evidence.MediaType;

/** Tells what kind of file it is by its first bytes, whatever its name is and whatever anybody says. */
final class FileTypes {

    /** Says nothing: what a client sends that does not know. */
    private static final org.apache.tika.mime.MediaType ANYTHING = org.apache.tika.mime.MediaType.OCTET_STREAM;

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    /** @param content from its beginning, and able to go back there */
    MediaType detect(InputStream content) throws IOException {
        return named(known.detect(content, new Metadata()));
    }

    /** What a caller says it is, under its usual name; empty when that is nothing or cannot be read. */
    Optional<MediaType> declared(@Nullable String type) {
        return Optional.ofNullable(type)
                .map(org.apache.tika.mime.MediaType::parse)
                .map(it -> known.getMediaTypeRegistry().normalize(it.getBaseType()))
                .filter(it -> !it.equals(ANYTHING))
                .map(FileTypes::named);
    }

    /** Containers of the same kind that Tika tells apart by their brands and nobody else does. */
    private static MediaType named(org.apache.tika.mime.MediaType type) {
        return new MediaType(type.getBaseType().toString());
    }
}
