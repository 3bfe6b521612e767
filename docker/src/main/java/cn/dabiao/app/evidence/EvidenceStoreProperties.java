package cn.dabiao.app.evidence;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.dabiao.app.start.StartRefused;
import cn.dabiao.evidence.S3Location;

/**
 * Where evidence is kept.
 *
 * @param directory by default {@code evidence} in the data directory
 * @param s3        an S3-compatible store instead; null without one
 */
@ConfigurationProperties("dabiao.evidence")
record EvidenceStoreProperties(@Nullable Path directory, @Nullable S3 s3) {

    /** A bucket, and who may use it. */
    record S3(
            @Nullable URI endpoint,
            @Nullable String bucket,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle) {

        S3Location location() {
            if (endpoint == null || bucket == null || accessKey == null || secretKey == null) {
                throw new StartRefused(
                        "Evidence is to be kept in an S3-compatible store, which is told in part only.",
                        "Set dabiao.evidence.s3.endpoint, .bucket, .access-key and .secret-key, or none of them.");
            }
            return new S3Location(endpoint, bucket, region, accessKey, secretKey, pathStyle);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return endpoint + "/" + bucket;
        }
    }
}
