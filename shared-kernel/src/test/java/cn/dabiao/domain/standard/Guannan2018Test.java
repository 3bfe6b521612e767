package cn.dabiao.domain.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Guannan;

/** The shipped standard against the table of the notice's attachment 2, which lies beside this test as plain text. */
class Guannan2018Test {

    /** A row as the notice has it; the category stands in the first of its rows only. */
    record Row(String category, int number, String text, int points) {}

    private static final Pattern ROW = Pattern.compile("\n\t([^\t]*)\n\t(\\d+)\n\t([^\t]*)\n\t(\\d+)\n\t");
    private static final Standard STANDARD = Guannan.STANDARD;

    @Test
    void the_notice_has_fifteen_rows() {
        assertThat(notice()).extracting(Row::number).containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void every_item_has_the_text_of_the_notice_word_for_word() {
        assertThat(STANDARD.items())
                .extracting(item -> item.text().value())
                .containsExactlyElementsOf(notice().stream().map(Row::text).toList());
    }

    @Test
    void every_item_has_the_number_points_and_category_of_the_notice() {
        Map<CategoryCode, String> names = STANDARD.categories().stream()
                .collect(Collectors.toMap(Category::category, category -> category.name().value()));

        assertThat(STANDARD.items())
                .extracting(item -> List.of(
                        item.itemNo().toString(),
                        item.points().toString(),
                        Objects.requireNonNull(names.get(item.category()))))
                .containsExactlyElementsOf(notice().stream()
                        .map(row -> List.of("" + row.number(), "" + row.points(), row.category()))
                        .toList());
    }

    @Test
    void the_points_add_up_to_one_hundred() {
        int sum = STANDARD.items().stream().mapToInt(item -> item.points().value().intValueExact()).sum();

        assertThat(sum).isEqualTo(100);
        assertThat(STANDARD.total()).isEqualTo(new Points("100"));
        assertThat(STANDARD.deductionStep()).isEqualTo(new Points("0.5"));
    }

    @ParameterizedTest
    @CsvSource({"HARDWARE, 30, 1, 4", "RULES, 15, 5, 7", "CONDUCT, 35, 8, 12", "UPKEEP, 20, 13, 15"})
    void a_category_has_its_points_and_its_items(String code, String points, int first, int last) {
        CategoryCode category = new CategoryCode(code);

        assertThat(STANDARD.categories()).filteredOn(it -> it.category().equals(category))
                .singleElement()
                .extracting(Category::points)
                .isEqualTo(new Points(points));
        assertThat(STANDARD.items()).filteredOn(it -> it.category().equals(category))
                .extracting(it -> it.itemNo().value())
                .containsExactlyElementsOf(IntStream.rangeClosed(first, last).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "100, LEVEL_1", "90.5, LEVEL_1", "90, LEVEL_1", "89.5, LEVEL_2", "89, LEVEL_2", "80, LEVEL_2",
        "79.5, LEVEL_3", "79, LEVEL_3", "70, LEVEL_3", "69.5, NOT_ATTAINED", "69, NOT_ATTAINED", "0, NOT_ATTAINED"
    })
    void a_band_includes_its_lower_bound_and_leaves_no_hole(String total, Grade grade) {
        assertThat(STANDARD.bands().gradeOf(new Points(total))).isEqualTo(grade);
    }

    @Test
    void a_self_assessment_qualifies_from_the_lowest_passing_band_on() {
        assertThat(STANDARD.qualifyingTotal()).isEqualTo(new Points("70"));
    }

    @Test
    void the_codes_of_the_checkpoints_are_consecutive_in_every_item() {
        for (Item item : STANDARD.items()) {
            assertThat(item.codes())
                    .extracting(CheckpointCode::value)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, item.codes().size())
                            .mapToObj(number -> item.itemNo() + "." + number)
                            .toList());
            assertThat(item.codes()).extracting(CheckpointCode::item).containsOnly(item.itemNo());
        }
    }

    @Test
    void item_two_has_the_twelve_key_areas_of_the_notice() {
        String text = notice().get(1).text();
        String[] areas = text.substring(text.indexOf('：') + 1, text.indexOf("等，")).split("、", -1);

        assertThat(STANDARD.items().get(1).checkpoints())
                .extracting(checkpoint -> checkpoint.text().value())
                .hasSize(12)
                .containsExactlyElementsOf(IntStream.range(0, areas.length)
                        .mapToObj(index -> areas[index] + "全覆盖")
                        .toList());
    }

    @Test
    void exactly_the_measurable_checkpoints_carry_a_threshold() {
        Map<String, Measure> thresholds = STANDARD.items().stream()
                .flatMap(item -> item.checkpoints().stream())
                .filter(checkpoint -> checkpoint.measure() != null)
                .collect(Collectors.toMap(it -> it.code().value(), it -> Objects.requireNonNull(it.measure())));

        assertThat(thresholds).containsExactlyInAnyOrderEntriesOf(Map.of(
                "1.2", new Measure(Quantity.AREA, MeasureUnit.m2, measured(10), null),
                "3.1", new Measure(Quantity.LIVE_RESOLUTION, MeasureUnit.TVL, measured(380), null),
                "3.2", new Measure(Quantity.PLAYBACK_RESOLUTION, MeasureUnit.TVL, measured(240), null),
                "3.3", new Measure(Quantity.RESOLUTION, MeasureUnit.px, measured(352), measured(288)),
                "4.2", new Measure(Quantity.RETENTION, MeasureUnit.days, measured(30), null)));
    }

    @Test
    void an_item_and_a_checkpoint_are_found_by_their_codes_and_nothing_else_is() {
        assertThat(STANDARD.item(new ItemNo(15))).map(Item::points).contains(new Points("5"));
        assertThat(STANDARD.item(new ItemNo(16))).isEmpty();
        Function<String, Optional<Checkpoint>> inItemFour =
                code -> STANDARD.items().get(3).checkpoint(new CheckpointCode(code));
        assertThat(inItemFour.apply("4.1")).map(it -> it.text().value()).contains("视频图像应实时记录");
        assertThat(inItemFour.apply("4.3")).isEmpty();
        assertThat(inItemFour.apply("5.1")).isEmpty();
    }

    private static List<Row> notice() {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(attachment());
        String category = "";
        while (row.find()) {
            String named = row.group(1).replace("\n", "");
            category = named.isEmpty() ? category : named;
            rows.add(new Row(category, Integer.parseInt(row.group(2)), trimmed(row.group(3)), Integer.parseInt(row.group(4))));
        }
        return rows;
    }

    /** Without the white space around it, the no-break space of the notice's word processor included. */
    private static String trimmed(String cell) {
        return cell.replaceAll("^[\\s\u00A0]+|[\\s\u00A0]+$", "");
    }

    private static String attachment() {
        try (InputStream text = Guannan2018Test.class.getResourceAsStream("/notice/guannan-2018-26-attachment-2.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static MeasuredValue measured(int value) {
        return new MeasuredValue(BigDecimal.valueOf(value));
    }
}
