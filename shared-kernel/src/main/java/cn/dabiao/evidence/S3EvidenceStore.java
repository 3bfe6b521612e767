package cn.dabiao.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import cn.dabiao.domain.value.Sha256;

/** Objects in a bucket, their keys the hashes of their contents. What arrives waits on a disk until its hash is known. */
public final class S3EvidenceStore implements EvidenceStore, AutoCloseable {

    private final S3Client s3;
    private final String bucket;
    private final Intake intake;

    private S3EvidenceStore(S3Client s3, String bucket, Intake intake) {
        this.s3 = s3;
        this.bucket = bucket;
        this.intake = intake;
    }

    /**
     * Opens no connection yet.
     *
     * @param incoming a directory of this node's own in which files wait
     * @param now      what has been waiting there for longer than a day by then is taken away
     */
    public static S3EvidenceStore of(S3Location location, Path incoming, Instant now) throws IOException {
        return new S3EvidenceStore(location.client(), location.bucket(), Intake.in(incoming, now));
    }

    @Override
    public ReceivedFile receive(InputStream content) throws IOException {
        return intake.receive(content);
    }

    @Override
    public void keep(ReceivedFile file) throws IOException {
        try {
            if (lengthOf(file.sha256()) == file.bytes()) {
                return;
            }
            String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256().value()));
            // The store checks the content against its name before it takes it, where it knows how to.
            s3.putObject(
                    put -> put.bucket(bucket).key(file.sha256().value()).checksumSHA256(checksum),
                    RequestBody.fromFile(file.path()));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public InputStream open(Sha256 hash) throws IOException {
        try {
            return s3.getObject(get -> get.bucket(bucket).key(hash.value()));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(bucket + "/" + hash);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean has(Sha256 hash) throws IOException {
        try {
            return lengthOf(hash) >= 0;
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    /** -1 when there is none. */
    private long lengthOf(Sha256 hash) {
        try {
            return s3.headObject(HeadObjectRequest.builder().bucket(bucket).key(hash.value()).build())
                    .contentLength();
        } catch (NoSuchKeyException e) {
            return -1;
        }
    }
}
