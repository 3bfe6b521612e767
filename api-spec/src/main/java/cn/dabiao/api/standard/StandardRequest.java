package cn.dabiao.api.standard;

import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/** A new version of a standard to publish. */
public record StandardRequest(
        StandardId standardId,
        Title name,
        @Nullable Title source,
        Points total,
        Points deductionStep,
        GradeBands bands,
        @Size(min = 1, max = 30) List<Category> categories,
        @Size(min = 1, max = 99) List<Item> items) {

    /** @throws cn.dabiao.domain.refusal.RefusedException when it breaks the rules of a standard */
    public Standard toStandard() {
        return new Standard(standardId, name, source, total, deductionStep, bands, categories, items);
    }
}
