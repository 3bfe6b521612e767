package cn.dabiao.api.standard;

import java.time.Instant;

import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;

/** A published standard. */
public record StandardView(Standard standard, BureauCode bureau, Instant publishedAt, long position) {}
