package cn.dabiao.app.security;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** A problem that arises before a controller is reached: its slug and its texts in both languages. */
public enum Problem {
    UNAUTHENTICATED("未认证", "Unauthenticated", "请求须携带有效的访问令牌。", "The request needs a valid access token."),
    FORBIDDEN("无权限", "Forbidden", "当前身份无权执行此操作。", "The caller may not do this."),
    NOT_FOUND("未找到", "Not found", "此路径下没有任何资源。", "There is nothing at this path."),
    BAD_REQUEST("请求无效", "Bad request", "服务器无法理解该请求。", "The server cannot make sense of the request."),
    METHOD_NOT_ALLOWED("方法不允许", "Method not allowed", "此路径不支持该方法。", "The path does not know this method."),
    INTERNAL_ERROR("服务器内部错误", "Internal error", "服务器发生错误，请凭 requestId 联系管理员。",
            "Something went wrong here; quote the requestId to the operator."),
    UNAVAILABLE("服务暂不可用", "Unavailable", "服务暂不可用，请稍后重试。", "Not available just now; try again later.");

    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    Problem(String titleZh, String titleEn, String detailZh, String detailEn) {
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
    }

    /** The nearest problem for a status that something else has chosen. */
    public static Problem of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> UNAUTHENTICATED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title(boolean english) {
        return english ? titleEn : titleZh;
    }

    public String detail(boolean english) {
        return english ? detailEn : detailZh;
    }
}
