package cn.dabiao.app.endtoend;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.TimeTravelTest;
import cn.dabiao.app.TravellingClock;
import cn.dabiao.app.endtoend.year.Api;
import cn.dabiao.app.endtoend.year.Appeals;
import cn.dabiao.app.endtoend.year.Applications;
import cn.dabiao.app.endtoend.year.Archive;
import cn.dabiao.app.endtoend.year.Autumn;
import cn.dabiao.app.endtoend.year.December;
import cn.dabiao.app.endtoend.year.Draws;
import cn.dabiao.app.endtoend.year.Grades;
import cn.dabiao.app.endtoend.year.Histories;
import cn.dabiao.app.endtoend.year.March;
import cn.dabiao.app.endtoend.year.Outcomes;
import cn.dabiao.app.endtoend.year.Receipts;
import cn.dabiao.app.endtoend.year.Rectifications;
import cn.dabiao.app.endtoend.year.Reviews;
import cn.dabiao.app.endtoend.year.Year;

/** The whole life of an assessment, sixty times: a county's year, told as it goes (RULES.md §4). */
@TimeTravelTest
class YearOfACountyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TravellingClock clock;

    @Test
    void a_county_is_assessed_from_the_plans_of_march_to_the_evaluation_of_december(@TempDir Path directory) {
        Year year = new Year(new Api(new Caller(port)), clock);
        Archive archive = new Archive(year, directory);

        March march = new March(year);
        march.the_office_opens_the_campaign_and_brings_sixty_schools_and_twelve_inspectors();
        march.fifty_five_schools_file_their_plans_in_time();
        march.the_day_after_the_date_five_are_on_record_and_four_of_them_file_late();
        archive.an_auditor_keeps_a_checkpoint_in_spring();

        Applications applications = new Applications(year);
        applications.all_that_planned_assess_themselves_and_three_find_themselves_unqualified();
        applications.the_qualified_apply_and_one_of_the_others_mends_itself_first();
        applications.three_come_back_and_are_made_good_one_is_withdrawn_and_the_rest_is_taken();

        Draws draws = new Draws(year);
        draws.a_school_asks_that_an_inspector_be_recused_and_a_leader_upholds_it();
        draws.inspectors_are_drawn_for_all_who_were_taken_without_those_too_near();
        draws.an_inspector_declares_a_recusal_after_the_draw_and_it_is_drawn_again();
        draws.the_reviews_are_opened_for_the_day_after();

        Reviews reviews = new Reviews(year);
        reviews.most_reviews_are_scored_and_signed_in_a_day();
        reviews.a_missed_threshold_costs_points_or_is_waived_in_writing();
        reviews.a_deduction_rests_on_a_picture_that_was_brought();
        reviews.an_item_is_scored_anew_until_somebody_signs_and_then_no_more();
        reviews.an_inspector_falls_ill_and_another_is_drawn_who_goes_on();
        reviews.what_was_scored_without_a_network_comes_a_day_later();
        reviews.every_draw_can_be_drawn_again();

        Grades grades = new Grades(year);
        grades.every_reviewed_school_is_graded_as_its_scores_say_and_three_stay_below_seventy();
        grades.the_office_corrects_a_score_by_a_named_act_and_the_grade_follows();

        Appeals appeals = new Appeals(year);
        appeals.two_schools_appeal_and_nothing_goes_on_over_an_open_appeal();
        appeals.one_appeal_is_dismissed_and_changes_nothing();
        appeals.the_grades_are_made_public_with_one_appeal_open();
        appeals.the_other_is_upheld_and_lifts_the_school_over_the_line();
        appeals.after_fifteen_days_the_calendar_closes_the_window();

        Rectifications rectifications = new Rectifications(year);
        rectifications.three_schools_are_ordered_to_mend_and_are_not_reviewed_again_before_they_have();
        rectifications.two_report_in_time_and_one_of_the_reports_is_sent_back();
        rectifications.the_calendar_records_who_let_the_date_pass_and_a_letter_goes_out();
        rectifications.the_head_of_the_slow_school_is_summoned_and_commits_the_school();
        rectifications.it_is_criticised_in_a_circular_and_mends_at_last();

        Autumn autumn = new Autumn(year);
        autumn.the_three_that_mended_are_reviewed_again_item_by_item_where_it_mattered();
        autumn.one_goes_up_one_goes_down_and_one_stays_below_seventy();
        autumn.a_school_with_good_scores_is_determined_not_to_have_attained();

        December december = new December(year, appeals);
        december.an_auditor_counts_again_from_the_bundles_of_all_schools(archive);
        december.the_ranking_is_the_one_that_follows_from_the_events();
        december.the_second_publication_is_that_ranking_and_the_first_is_what_it_was();
        Outcomes outcomes = new Outcomes(year, december);
        outcomes.who_may_be_considered_for_the_awards_follows_and_every_reason_is_given();
        outcomes.the_annual_evaluation_weighs_every_total_and_none_of_a_determined_school();
        outcomes.the_work_of_every_inspector_adds_up();

        Receipts receipts = new Receipts(year, december);
        receipts.every_receipt_adds_up_to_what_was_counted_again_from_the_raw_events();
        receipts.every_receipt_names_events_of_the_schools_own_history();

        Histories histories = new Histories(year);
        histories.the_slow_school_finds_every_step_of_its_year_in_chinese();
        histories.every_change_of_a_score_names_its_reason_and_what_it_rests_on();
        archive.the_ledger_of_december_continues_the_one_of_spring();
        december.the_campaign_is_closed_over_the_three_that_never_got_so_far();
    }
}
