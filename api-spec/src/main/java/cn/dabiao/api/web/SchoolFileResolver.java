package cn.dabiao.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/** Reads the {@link SchoolFile} that a request brings: its body, or the part of that name. */
final class SchoolFileResolver implements HandlerMethodArgumentResolver {

    private final DataSize limit;

    SchoolFileResolver(DataSize limit) {
        this.limit = limit;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SchoolFile.class;
    }

    @Override
    public SchoolFile resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        MultipartHttpServletRequest parts = request.getNativeRequest(MultipartHttpServletRequest.class);
        if (parts != null) {
            MultipartFile part = parts.getFile(SchoolFile.PART);
            if (part == null) {
                throw nothing();
            }
            try (InputStream content = part.getInputStream()) {
                return file(content, part.getContentType(), part.getOriginalFilename());
            }
        }
        HttpServletRequest whole = request.getNativeRequest(HttpServletRequest.class);
        if (whole == null) {
            throw nothing();
        }
        return file(whole.getInputStream(), whole.getContentType(), null);
    }

    private SchoolFile file(InputStream content, @Nullable String type, @Nullable String name) throws IOException {
        byte[] bytes = content.readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        if (bytes.length > limit.toBytes()) {
            throw new MaxUploadSizeExceededException(limit.toBytes());
        }
        if (bytes.length == 0) {
            throw nothing();
        }
        boolean workbook = SchoolFile.XLSX.equals(type)
                || (name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx"));
        return new SchoolFile(bytes, workbook, charset(type));
    }

    private static @Nullable Charset charset(@Nullable String type) {
        try {
            return type == null ? null : MediaType.parseMediaType(type).getCharset();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("Content-Type", type, "charset", Map.of());
        }
    }

    private static InvalidRequestException nothing() {
        return new InvalidRequestException(SchoolFile.PART, null, "file", Map.of());
    }
}
