package cn.dabiao.app.security;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/**
 * Writes a problem document for a request that never reached a controller. It must cope with any request, even
 * one of which Tomcat could not parse the first line: then there is no URI.
 */
@FunctionalInterface
public interface ProblemWriter {

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Problem problem)
            throws IOException;
}
