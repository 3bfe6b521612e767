package cn.dabiao.api.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;

/** The file of a plan, as it is shown: the name that somebody gave it may tell of persons. */
public record DocumentView(@Nullable FileName name, Sha256 sha256, ByteCount bytes) {

    /** @param persons whether the reader may see what tells of persons */
    public static DocumentView of(Document document, boolean persons) {
        return new DocumentView(persons ? document.name() : null, document.sha256(), document.bytes());
    }
}
