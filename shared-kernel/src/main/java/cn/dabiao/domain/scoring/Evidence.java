package cn.dabiao.domain.scoring;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** A file that proves something, known by its hash: the event stays true however long the file is kept. */
public record Evidence(Sha256 sha256, FileName name, @Nullable Instant takenAt, @Nullable Title place) {}
