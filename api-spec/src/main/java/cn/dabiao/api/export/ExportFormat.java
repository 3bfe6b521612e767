package cn.dabiao.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;

import cn.dabiao.api.school.SchoolFile;

/** What a list can be answered as besides JSON: a table of all its rows. */
public enum ExportFormat {
    /** RFC 4180, in UTF-8 with a byte order mark, without which Excel takes Chinese for something else. */
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8), "csv") {
        @Override
        public Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) throws IOException {
            return new CsvSheet(out, table.headers(texts));
        }
    },
    XLSX(MediaType.parseMediaType(SchoolFile.XLSX), "xlsx") {
        @Override
        public Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) {
            return new XlsxSheet(out, title, table, texts);
        }
    };

    private final MediaType mediaType;
    private final String extension;

    ExportFormat(MediaType mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Begins a table with its headers. */
    public abstract Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) throws IOException;
}
