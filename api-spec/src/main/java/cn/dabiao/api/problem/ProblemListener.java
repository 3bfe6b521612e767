package cn.dabiao.api.problem;

import org.springframework.http.ProblemDetail;

/** Is told of every problem that is answered, for figures about them. */
@FunctionalInterface
public interface ProblemListener {

    ProblemListener NONE = _ -> {};

    /** @param problem with its final status; its type is one of {@link ProblemType}'s */
    void answered(ProblemDetail problem);
}
