package cn.dabiao.api.export;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.http.MediaType;

import cn.dabiao.api.school.SchoolFile;

/** What a list can be answered as besides JSON: a table of all its rows. */
public enum ExportFormat {
    /** RFC 4180, in UTF-8 with a byte order mark, without which Excel takes Chinese for something else. */
    CSV(SchoolFile.CSV, ";charset=UTF-8", "csv") {
        @Override
        public Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) throws IOException {
            return new CsvSheet(out, table.headers(texts));
        }
    },
    XLSX(SchoolFile.XLSX, "", "xlsx") {
        @Override
        public Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) {
            return new XlsxSheet(out, title, table, texts);
        }
    };

    private final String mediaType;
    private final String parameters;
    private final String extension;

    ExportFormat(String mediaType, String parameters, String extension) {
        this.mediaType = mediaType;
        this.parameters = parameters;
        this.extension = extension;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** The media type as an answer has it: with its character set. */
    public String contentType() {
        return mediaType + parameters;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Begins a table with its headers. */
    public abstract Sheet begin(OutputStream out, String title, Table table, ColumnTexts texts) throws IOException;
}
