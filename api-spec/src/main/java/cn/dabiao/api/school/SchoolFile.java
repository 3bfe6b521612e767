package cn.dabiao.api.school;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/** A file with schools that a request brought along, as its body or as a part of it. */
public final class SchoolFile {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** The name of the part in a multipart. */
    public static final String PART = "file";

    private final byte[] bytes;
    private final boolean workbook;
    private final @Nullable Charset charset;

    /**
     * @param workbook whether it says to be an Excel workbook
     * @param charset  the character set it says to be in; null when it does not say
     */
    public SchoolFile(byte[] bytes, boolean workbook, @Nullable Charset charset) {
        this.bytes = bytes.clone();
        this.workbook = workbook;
        this.charset = charset;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean workbook() {
        return workbook;
    }

    public @Nullable Charset charset() {
        return charset;
    }
}
