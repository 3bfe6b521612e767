package cn.dabiao.api.problem;

import java.util.List;

/** Several things of a request are wrong at once, each told with its field. */
public final class InvalidFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** @param errors at least one */
    public InvalidFieldsException(List<FieldError> errors) {
        super("invalid: " + errors, null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
