package cn.dabiao.api.problem;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ProblemDetail;

/** Is told of every problem that is answered, for figures and lines about them; there may be several. */
@FunctionalInterface
public interface ProblemListener {


    /** @param problem with its final status; its type is one of {@link ProblemType}'s */
    void answered(ProblemDetail problem);

    /** All that there are, as one. */
    static ProblemListener all(ObjectProvider<ProblemListener> several) {
        List<ProblemListener> each = several.orderedStream().toList();
        return problem -> each.forEach(listener -> listener.answered(problem));
    }
}
