package cn.dabiao.command.school.importing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.school.SchoolFile;

/** Makes rows of a file, whatever it is. */
final class FileReader {

    private final ImportSettings settings;

    FileReader(ImportSettings settings) {
        this.settings = settings;
    }

    /** @param charset what the caller names beside the file; it counts more than what the file's own type says */
    List<Line> read(SchoolFile file, @Nullable Charset charset) {
        byte[] bytes = file.bytes();
        if (file.workbook() || WorkbookFile.looksLike(bytes)) {
            return WorkbookFile.read(
                    bytes, settings.maxRows(), settings.maxUnpacked().toBytes());
        }
        Charset said = Optional.ofNullable(charset).orElse(file.charset());
        return CsvFile.read(Decoding.text(bytes, said), settings.maxRows());
    }
}
