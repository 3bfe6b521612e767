package cn.dabiao.app.limits;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.dabiao.api.problem.BodyTooLarge;
import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.api.problem.ProblemWriter;

/**
 * A body ends somewhere. One that says beforehand that it is too large is not read; one that does not say how large it
 * is, is read as far as is permitted. Multiparts and imports are limited where they are read.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final long most;
    private final ProblemWriter problems;

    BodyLimit(long most, ProblemWriter problems) {
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getRequestURI().endsWith("/import") || isMultipart(request);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            problems.write(request, response, ProblemType.CONTENT_TOO_LARGE, new BodyTooLarge(most).facts());
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Bounded(request, most), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;
        private @Nullable ServletInputStream content;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (content == null) {
                content = new Counted(super.getInputStream(), most);
            }
            return content;
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream content;
        private final long most;
        private long read;

        Counted(ServletInputStream content, long most) {
            this.content = content;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = content.read();
            return next < 0 ? next : counted(1, next);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = content.read(bytes, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int more, int answer) {
            read += more;
            if (read > most) {
                throw new BodyTooLarge(most);
            }
            return answer;
        }

        @Override
        public boolean isFinished() {
            return content.isFinished();
        }

        @Override
        public boolean isReady() {
            return content.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            content.setReadListener(listener);
        }
    }
}
