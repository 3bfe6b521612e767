package cn.dabiao.app.openapi;

import java.util.List;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** The shape of every error. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as swagger's own model is
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema<?> problem() {
        return new JsonSchema()
                .typesItem("object")
                .description(Texts.of("Problem"))
                .addProperty("type", text("uri", "https://dabiao.cn/problems/not-qualified"))
                .addProperty("title", text(null, "自评不合格，不能申报"))
                .addProperty("status", new JsonSchema().typesItem("integer").example(409))
                .addProperty("detail", text(null, "自评总分 69.5，低于申报所需的 70 分。请整改并重新自评后再申报。"))
                .addProperty("instance", text("uri-reference", "/api/v1/assessments/guannan-2018.2132072401/application"))
                .addProperty("requestId", text(null, "5f0c9a1e-6f0e-4c0e-9d3b-6b8f8f3f7a11"))
                .addProperty("errors", new JsonSchema()
                        .typesItem("array")
                        .items(new Schema<>().$ref("#/components/schemas/FieldError")))
                .additionalProperties(true)
                .required(List.of("type", "title", "status", "detail", "instance", "requestId"));
    }

    static Schema<?> fieldError() {
        return new JsonSchema()
                .typesItem("object")
                .description(Texts.of("FieldError"))
                .addProperty("field", text(null, "/items/3/deductions/0/points"))
                .addProperty("value", text(null, "0.3"))
                .addProperty("rule", text(null, "Points"))
                .addProperty("expected", text(null, "应为 0 到 1000 之间 0.5 的倍数，例如 2.5"))
                .required(List.of("field", "rule", "expected"));
    }

    private static Schema<?> text(@org.jspecify.annotations.Nullable String format, String example) {
        return new JsonSchema().typesItem("string").format(format).example(example);
    }
}
