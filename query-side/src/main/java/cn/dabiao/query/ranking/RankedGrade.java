package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;

/** The grade that the scores give, as assigned last and as corrections have revised it since. */
record RankedGrade(int round, List<CategoryTotal> categoryTotals, Points total, Grade grade) {

    RankedGrade {
        categoryTotals = List.copyOf(categoryTotals);
    }

    static RankedGrade of(GradeAssigned event) {
        return new RankedGrade(event.round(), event.categoryTotals(), event.total(), event.grade());
    }

    static RankedGrade of(GradeRevised event) {
        return new RankedGrade(event.round(), event.categoryTotals(), event.total(), event.grade());
    }

    Map<String, Points> pointsByCategory() {
        return categoryTotals.stream()
                .collect(Collectors.toMap(total -> total.category().value(), CategoryTotal::score));
    }
}
