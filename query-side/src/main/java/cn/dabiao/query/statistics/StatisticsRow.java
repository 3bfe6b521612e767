package cn.dabiao.query.statistics;

import cn.dabiao.query.assessment.AssessmentRecord;

/** What is counted of an assessment: a row of {@code view.statistics}, or the same of a past moment. */
record StatisticsRow(CountedSchool school, Standing standing, Scores scores) {

    /** @param open whether the school has not ceased */
    static StatisticsRow of(AssessmentRecord record, boolean open) {
        CountedSchool school = new CountedSchool(
                record.state().assessmentId().schoolCode().value(),
                record.schoolName().value(),
                record.kind(),
                record.ownership(),
                record.township(),
                open);
        return new StatisticsRow(school, Standing.of(record.state()), Scores.of(record.state()));
    }
}
