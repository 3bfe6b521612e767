package cn.dabiao.domain.evidence;

import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.refusal.Refusal;

/**
 * What files are taken as evidence (ours; both are settings). The kind is what the content shows: what a caller says it
 * is decides nothing, but has to agree.
 */
public record EvidenceLimits(ByteCount maxBytes, SortedSet<MediaType> types) {

    public EvidenceLimits {
        types = new TreeSet<>(types);
    }

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.FileTooLarge} */
    public void requireSize(long bytes) {
        if (bytes > maxBytes.value()) {
            new Refusal.FileTooLarge(maxBytes.value()).raise();
        }
    }

    /**
     * @param declared what the caller says it is; null where nothing is said
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.FileTypeNotAllowed} or
     *     {@link Refusal.FileTypeDiffers}
     */
    public void requireType(MediaType detected, @Nullable MediaType declared) {
        if (!types.contains(detected)) {
            new Refusal.FileTypeNotAllowed(detected, types.stream().toList()).raise();
        }
        if (declared != null && !declared.equals(detected)) {
            new Refusal.FileTypeDiffers(declared, detected).raise();
        }
    }
}
