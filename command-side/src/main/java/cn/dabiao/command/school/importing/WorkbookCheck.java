package cn.dabiao.command.school.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/**
 * Looks through a workbook before it is read. A small file may unpack to a large one, and a single cell that says to stand
 * in column ZZZZZZ makes the reader fill a row up to there: either would take all the memory there is.
 */
final class WorkbookCheck {

    private static final int BUFFER = 1 << 16;
    /** Up to column IV, the 256th: we have twelve. */
    private static final Pattern WITHIN = Pattern.compile("([A-Z]|[A-H][A-Z]|I[A-V])[0-9]{1,7}");
    private static final XMLInputFactory XML = factory();

    private WorkbookCheck() {}

    static void requireHarmless(byte[] bytes, long maxUnpacked) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            requireUnpackable(zip, maxUnpacked);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    requireWithin(content);
                }
            }
        }
    }

    /** Unpacks every entry once, counting and keeping nothing. */
    private static void requireUnpackable(ZipFile zip, long max) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    unpacked += read;
                    if (unpacked > max) {
                        throw new InvalidRequestException(SchoolFile.PART, null, "unpacked", Map.of("max", max));
                    }
                }
            }
        }
    }

    /** Any entry may be said to be the sheet. One that is no XML the reader does not get further with than we do. */
    private static void requireWithin(InputStream content) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && "c".equals(xml.getLocalName())) {
                    requireWithin(xml.getAttributeValue(null, "r"));
                }
            }
        } catch (XMLStreamException e) {
            // An image, or broken: the reader will say so if it is what it has to read.
        }
    }

    private static void requireWithin(@Nullable String reference) {
        if (reference != null && !WITHIN.matcher(reference).matches()) {
            throw new InvalidRequestException(SchoolFile.PART, null, "xlsx-columns", Map.of());
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
