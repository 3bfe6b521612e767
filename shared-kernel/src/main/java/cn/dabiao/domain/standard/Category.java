package cn.dabiao.domain.standard;

import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/** A category (项目) and the points of all its items together. */
public record Category(CategoryCode category, Title name, Points points) {}
