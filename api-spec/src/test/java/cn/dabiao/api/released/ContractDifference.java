package cn.dabiao.api.released;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/** What openapi-diff finds between two documents, told by the operations that it breaks. */
final class ContractDifference {

    /** By default it lets a generated client's method lose its name, and a text have to be longer. */
    private static final OpenApiDiffOptions STRICT = OpenApiDiffOptions.builder()
            .configProperty(BackwardIncompatibleProp.OPERATION_ID_CHANGED.getPropertyName(), "true")
            .configProperty(BackwardIncompatibleProp.REQUEST_MIN_LENGTH_INCREASED.getPropertyName(), "true")
            .build();

    private final ChangedOpenApi changed;

    private ContractDifference(ChangedOpenApi changed) {
        this.changed = changed;
    }

    static ContractDifference between(String released, String present) {
        return new ContractDifference(OpenApiCompare.fromSpecifications(parsed(released), parsed(present), STRICT));
    }

    /** The operations that somebody who keeps to the released document can no longer rely on, e.g. {@code GET /api/v1/schools}. */
    SortedSet<String> broken() {
        SortedSet<String> broken = new TreeSet<>();
        changed.getMissingEndpoints().forEach(gone -> broken.add(gone.getMethod() + " " + gone.getPathUrl()));
        changed.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .forEach(operation -> broken.add(operation.getHttpMethod() + " " + operation.getPathUrl()));
        if (broken.isEmpty() && changed.isIncompatible()) {
            broken.add("the document as a whole");
        }
        return broken;
    }

    boolean isDifferent() {
        return changed.isDifferent();
    }

    String report() {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new MarkdownRender().render(changed, new OutputStreamWriter(report, StandardCharsets.UTF_8));
        return report.toString(StandardCharsets.UTF_8);
    }

    private static OpenAPI parsed(String document) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document, null, new ParseOptions());
        if (!result.getMessages().isEmpty()) {
            throw new IllegalArgumentException(result.getMessages().toString());
        }
        OpenAPI api = result.getOpenAPI();
        SingleTypes.in(api);
        return api;
    }
}
