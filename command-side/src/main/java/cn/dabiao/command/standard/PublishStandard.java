package cn.dabiao.command.standard;

import cn.dabiao.command.Request;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;

/** Publish a standard for a bureau. */
record PublishStandard(Standard standard, BureauCode bureau, Request request) {}
