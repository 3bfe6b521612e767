package cn.dabiao.domain.assessment;

import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;

/** The file of a plan, known by its hash. */
public record Document(FileName name, Sha256 sha256, ByteCount bytes) {}
