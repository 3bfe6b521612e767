package cn.dabiao.command.school.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of an import.
 *
 * @param maxSize     of how many bytes a file may be: kept by whoever takes it in
 * @param maxUnpacked to how many bytes a workbook may unpack
 * @param maxRows     how many rows a file may have below its column names
 * @param writers     how many rows are written at the same time
 */
@ConfigurationProperties("dabiao.import")
public record ImportSettings(
        @DefaultValue("8MB") DataSize maxSize,
        @DefaultValue("32MB") DataSize maxUnpacked,
        @DefaultValue("10000") int maxRows,
        @DefaultValue("64") int writers) {}
