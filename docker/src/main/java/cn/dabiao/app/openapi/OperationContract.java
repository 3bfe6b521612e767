package cn.dabiao.app.openapi;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;

import cn.dabiao.api.Headers;
import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.api.demo.DemoApi;
import cn.dabiao.api.export.ExportFormat;
import cn.dabiao.api.export.ListOperation;
import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Role;

/** Completes an operation with what holds for all of its kind: roles, headers, statuses and problems. */
final class OperationContract implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean read = AnnotatedElementUtils.hasAnnotation(method.getMethod(), GetMapping.class);
        boolean conditional = Arrays.asList(method.getMethod().getParameterTypes()).contains(Precondition.class);
        operation.setDescription(described(operation, method));
        operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.SCHEME));
        values(operation, method);
        form(operation);
        if (conditional) {
            operation.addParametersItem(header(
                    HttpHeaders.IF_MATCH, ifMatch(operation), "\"7\"", !opensAssessment(operation)));
        }
        if (repeatable(method)) {
            operation.addParametersItem(header(
                    Headers.IDEMPOTENCY_KEY,
                    Texts.of("header.Idempotency-Key"),
                    "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
                    false));
        }
        if (read && showsLedger(operation)) {
            operation.addParametersItem(header(
                    Headers.MIN_POSITION, Texts.of("header.Dabiao-Min-Position"), "42", false));
        }
        if (read && hasEntityTag(operation)) {
            operation.addParametersItem(header(
                    HttpHeaders.IF_NONE_MATCH, Texts.of("header.If-None-Match"), "\"7\"", false));
        }
        operation.addParametersItem(header(
                HttpHeaders.ACCEPT_LANGUAGE, Texts.of("header.Accept-Language"), "en", false));
        operation.addParametersItem(header(Headers.REQUEST_ID, Texts.of("header.X-Request-Id"), "visit-17", false));
        answers(operation, method);
        problems(operation, read, conditional);
        return operation;
    }

    /** Springdoc takes a value in a path or a query for a text, also where it is a number. */
    private static void values(Operation operation, HandlerMethod method) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter java : method.getMethod().getParameters()) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals(java.getName()))
                    .forEach(parameter -> ValueSchemas.of(java.getType()).ifPresent(parameter::setSchema));
        }
    }

    /** A form that is one of several bodies: generators make no class of it, and what they make does not compile if it has a name. */
    private static void form(Operation operation) {
        if ("importSchools".equals(operation.getOperationId())) {
            Schema<?> parts = new JsonSchema().typesItem("object").description(Texts.of("form.importSchools"));
            parts.setAdditionalProperties(new JsonSchema().typesItem("string").format("binary"));
            Objects.requireNonNull(operation.getRequestBody().getContent().get(MediaType.MULTIPART_FORM_DATA_VALUE)).setSchema(parts);
        }
    }

    private static String described(Operation operation, HandlerMethod method) {
        Permitted permitted = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permitted.class);
        String roles = permitted == null
                ? ""
                : Arrays.stream(permitted.value()).map(Role::name).collect(Collectors.joining(", "));
        String text = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        String export = ListOperation.of(method).isPresent() ? Texts.of("export") + "\n\n" : "";
        return text + export + "Roles: " + roles + ".";
    }

    /** What Java's return type says: a new thing is a 201 unless the operation says otherwise, everything else a 200; a first plan may be either. */
    private static void answers(Operation operation, HandlerMethod method) {
        ApiResponse ok = Objects.requireNonNull(operation.getResponses().get("200"), "springdoc answers 200 for all");
        // What says nothing of its form is JSON.
        Optional.ofNullable(ok.getContent().get(MediaType.ALL_VALUE)).filter(_ -> !isFile(operation)).ifPresent(media ->
                ok.setContent(new Content().addMediaType(MediaType.APPLICATION_JSON_VALUE, media)));
        if (isSchema(operation)) {
            // A text for Java alone.
            ok.getContent().values().forEach(media -> media.setSchema(new JsonSchema().typesItem("object")));
        }
        if (showsLedger(operation)) {
            ok.addHeaderObject(Headers.POSITION, responseHeader("header.Dabiao-Position", "integer"));
        }
        if (repeatable(method)) {
            ok.addHeaderObject(Headers.REPLAYED, responseHeader("header.Idempotency-Replayed", "boolean"));
        }
        if (hasEntityTag(operation)) {
            ok.addHeaderObject(HttpHeaders.ETAG, responseHeader("header.ETag", "string"));
        }
        ok.addHeaderObject(Headers.REQUEST_ID, responseHeader("header.X-Request-Id", "string"));
        if (ListOperation.of(method).isPresent()) {
            for (ExportFormat format : ExportFormat.values()) {
                ok.getContent().addMediaType(
                        format.mediaType().toString(),
                        new io.swagger.v3.oas.models.media.MediaType().schema(table(format)));
            }
            ok.addHeaderObject(
                    HttpHeaders.CONTENT_DISPOSITION, responseHeader("header.Content-Disposition", "string"));
        }
        boolean demo = DemoApi.class.isAssignableFrom(method.getBeanType());
        Class<?> answered = method.getReturnType().nested().getNestedParameterType();
        boolean created = (answered == Written.class || "createWebhook".equals(operation.getOperationId()))
                && !AnnotatedElementUtils.hasAnnotation(method.getMethod(), ResponseStatus.class);
        if (created || demo || opensAssessment(operation) || storesEvidence(operation)) {
            Map<String, Header> headers = new LinkedHashMap<>(ok.getHeaders());
            headers.put(HttpHeaders.LOCATION, responseHeader("header.Location", "string"));
            operation.getResponses().addApiResponse("201", new ApiResponse()
                    .description("Created")
                    .content(ok.getContent())
                    .headers(headers));
        }
        if (accepted(operation)) {
            operation.getResponses().addApiResponse("202", new ApiResponse()
                    .description("Accepted")
                    .content(ok.getContent())
                    .headers(ok.getHeaders()));
        }
        if (answered == Resource.class) {
            operation.getResponses().addApiResponse("206", new ApiResponse()
                    .description("Partial Content")
                    .content(ok.getContent())
                    .headers(ok.getHeaders()));
            problem(operation.getResponses(), HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        if (created || accepted(operation)) {
            operation.getResponses().remove("200");
        }
    }

    private static void problems(Operation operation, boolean read, boolean conditional) {
        ApiResponses responses = operation.getResponses();
        if (read && hasEntityTag(operation)) {
            responses.addApiResponse("304", new ApiResponse()
                    .description("Not Modified: what `If-None-Match` names is still what is shown")
                    .addHeaderObject(HttpHeaders.ETAG, responseHeader("header.ETag", "string")));
        }
        problem(responses, HttpStatus.BAD_REQUEST);
        problem(responses, HttpStatus.UNAUTHORIZED);
        problem(responses, HttpStatus.FORBIDDEN);
        problem(responses, HttpStatus.NOT_FOUND);
        problem(responses, HttpStatus.NOT_ACCEPTABLE);
        problem(responses, HttpStatus.URI_TOO_LONG);
        problem(responses, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
        problem(responses, HttpStatus.INTERNAL_SERVER_ERROR);
        problem(responses, HttpStatus.SERVICE_UNAVAILABLE);
        problem(responses, HttpStatus.TOO_MANY_REQUESTS);
        if (!read) {
            problem(responses, HttpStatus.CONFLICT);
            problem(responses, HttpStatus.REQUEST_TIMEOUT);
            problem(responses, HttpStatus.CONTENT_TOO_LARGE);
            problem(responses, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            problem(responses, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (conditional) {
            problem(responses, HttpStatus.PRECONDITION_FAILED);
            problem(responses, HttpStatus.PRECONDITION_REQUIRED);
        }
    }

    private static void problem(ApiResponses responses, HttpStatus status) {
        List<String> types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(type -> "`" + type.slug() + "`")
                .toList();
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/Problem");
        ApiResponse response = new ApiResponse();
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            response.addHeaderObject(HttpHeaders.RETRY_AFTER, responseHeader("header.Retry-After", "integer"));
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.addHeaderObject(
                    HttpHeaders.WWW_AUTHENTICATE, responseHeader("header.WWW-Authenticate", "string"));
        }
        responses.addApiResponse(
                Integer.toString(status.value()),
                response.description("%s: %s".formatted(status.getReasonPhrase(), String.join(", ", types)))
                        .content(new Content()
                                .addMediaType(
                                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        new io.swagger.v3.oas.models.media.MediaType().schema(reference))));
    }

    private static HeaderParameter header(String name, String description, String example, boolean required) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.name(name).description(description).required(required);
        parameter.schema(new JsonSchema().typesItem("string")).example(example);
        return parameter;
    }

    private static Header responseHeader(String text, String type) {
        return new Header().description(Texts.of(text)).schema(new JsonSchema().typesItem(type));
    }

    private static Schema<?> table(ExportFormat format) {
        Schema<?> table = new JsonSchema().typesItem("string").description(Texts.of("export." + format.name()));
        if (format == ExportFormat.XLSX) {
            table.setFormat("binary");
        }
        return table;
    }

    /** What would do something once more if it were sent once more. */
    private static boolean repeatable(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PostMapping.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), PutMapping.class);
    }

    /** An item's scoring takes the item's tag as well as the assessment's; the first plan takes none. */
    private static String ifMatch(Operation operation) {
        String own = "header.If-Match." + operation.getOperationId();
        return Texts.of(Texts.has(own) ? own : "header.If-Match");
    }

    /** A schema is the same at every position. */
    private static boolean showsLedger(Operation operation) {
        return !isSchema(operation);
    }

    private static boolean isSchema(Operation operation) {
        return "getReceiptSchema".equals(operation.getOperationId());
    }

    /** What is begun, and done later. */
    private static boolean accepted(Operation operation) {
        return Set.of("rebuildProjection", "cancelRebuild").contains(operation.getOperationId());
    }

    /** What was stored before is answered as it was: 200. */
    private static boolean storesEvidence(Operation operation) {
        return "storeEvidence".equals(operation.getOperationId());
    }

    /** Of the media type that its content has. */
    private static boolean isFile(Operation operation) {
        return "getEvidence".equals(operation.getOperationId());
    }

    /** A bundle is written as it goes: nobody knows beforehand what it will be. */
    private static boolean hasEntityTag(Operation operation) {
        return !"getSchoolBundle".equals(operation.getOperationId());
    }

    private static boolean opensAssessment(Operation operation) {
        return "filePlan".equals(operation.getOperationId());
    }
}
