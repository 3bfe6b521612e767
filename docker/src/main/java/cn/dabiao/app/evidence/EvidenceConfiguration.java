package cn.dabiao.app.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.command.evidence.EvidenceSettings;
import cn.dabiao.evidence.Abandoned;
import cn.dabiao.evidence.DiskEvidenceStore;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.evidence.S3EvidenceStore;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    /** What a body may hold beside the file: three short fields, and what multipart puts around them. */
    private static final DataSize BESIDE_THE_FILE = DataSize.ofKilobytes(64);

    @Bean
    EvidenceStore evidenceStore(EvidenceStoreProperties settings, DataDirectory data) {
        Clock clock = Clock.systemUTC();
        Path directory = Objects.requireNonNullElseGet(settings.directory(), () -> data.path().resolve("evidence"));
        try {
            return settings.s3() == null
                    ? DiskEvidenceStore.in(directory, clock.instant())
                    : S3EvidenceStore.of(settings.s3().location(), data.create().resolve("incoming"), clock.instant());
        } catch (IOException e) {
            throw new StartRefused(
                    "Evidence cannot be kept in " + directory + ": " + e,
                    "Set dabiao.evidence.directory to one that this process may write to.",
                    e);
        }
    }

    /**
     * The web server writes each part to the data directory while it reads, and reads no further than this: the memory
     * of an upload is a buffer, and no temporary file system is filled.
     */
    @Bean
    MultipartConfigElement multipartConfig(EvidenceSettings settings, DataDirectory data) throws IOException {
        Path uploads = data.create().resolve("uploads");
        Abandoned.removedFrom(uploads, Clock.systemUTC().instant());
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setLocation(uploads.toString());
        factory.setFileSizeThreshold(DataSize.ofBytes(0));
        factory.setMaxFileSize(settings.maxSize());
        factory.setMaxRequestSize(DataSize.ofBytes(settings.maxSize().toBytes() + BESIDE_THE_FILE.toBytes()));
        return factory.createMultipartConfig();
    }
}
