package cn.dabiao.evidence;

import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of an S3-compatible store, and who may use it.
 *
 * @param endpoint  e.g. {@code https://minio.example:9000}
 * @param region    what the store is set to; most others than Amazon's take any
 * @param pathStyle whether the bucket stands in the path and not in the host's name
 */
public record S3Location(URI endpoint, String bucket, String region, String accessKey, String secretKey, boolean pathStyle) {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(30);

    S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                // What Amazon's own store understands beyond the protocol, others may not.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTED_WITHIN)
                        .socketTimeout(SILENT_AT_MOST))
                .build();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
