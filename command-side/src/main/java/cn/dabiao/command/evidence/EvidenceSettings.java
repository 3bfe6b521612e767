package cn.dabiao.command.evidence;

import java.util.List;
import java.util.TreeSet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.EvidenceLimits;
import cn.dabiao.domain.evidence.MediaType;

/**
 * What files are taken as evidence.
 *
 * @param maxSize how large one may be: 1 byte to 1 GiB
 * @param types   the media types that are taken, by content
 */
@ConfigurationProperties("dabiao.evidence")
public record EvidenceSettings(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue({
            "image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "video/mp4", "video/quicktime"
        }) List<String> types) {

    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public EvidenceSettings {
        if (maxSize.toBytes() < 1 || maxSize.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("dabiao.evidence.max-size must be from 1B to 1GB, not " + maxSize);
        }
        types = List.copyOf(types);
    }

    EvidenceLimits limits() {
        return new EvidenceLimits(
                new ByteCount(Math.toIntExact(maxSize.toBytes())),
                new TreeSet<>(types.stream().map(MediaType::new).toList()));
    }
}
