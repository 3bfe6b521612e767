package cn.dabiao.app.endtoend;

import java.util.HashMap;
import java.util.Map;

/**
 * A call that everybody makes.
 *
 * @param operation method and path of the contract, without {@code /api/v1}; {@code @} is the last position
 * @param variant   what tells its row from another of the same operation
 * @param another   the body of who is of another bureau, where it names what is to be
 * @param mayLack   whether there is nothing by that id, and 404 is the answer to who is served
 */
record MatrixCall(
        String operation,
        String variant,
        Object body,
        Object another,
        String type,
        Map<String, String> ids,
        Map<String, String> headers,
        boolean mayLack) {

    static MatrixCall of(String operation, Object body) {
        String type = body instanceof Form form ? form.contentType() : "application/json";
        return new MatrixCall(operation, "", body, body, type, Map.of(), Map.of(), false);
    }

    MatrixCall ofAnother(String body) {
        return new MatrixCall(operation, variant, this.body, body, type, ids, headers, mayLack);
    }

    MatrixCall ifMatch(String tag) {
        return header("If-Match", '"' + tag + '"');
    }

    MatrixCall header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new MatrixCall(operation, variant, body, another, type, ids, Map.copyOf(more), mayLack);
    }

    MatrixCall type(String type) {
        return new MatrixCall(operation, variant, body, another, type, ids, headers, mayLack);
    }

    MatrixCall with(String name, String id) {
        Map<String, String> more = new HashMap<>(ids);
        more.put(name, id);
        return new MatrixCall(operation, variant, body, another, type, Map.copyOf(more), headers, mayLack);
    }

    MatrixCall called(String variant) {
        return new MatrixCall(operation, variant, body, another, type, ids, headers, mayLack);
    }

    MatrixCall absent() {
        return new MatrixCall(operation, variant, body, another, type, ids, headers, true);
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** With its query. */
    String path() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    String row() {
        return operation + variant;
    }
}
