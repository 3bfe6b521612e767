package cn.dabiao.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Contribution;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.ItemText;
import cn.dabiao.domain.standard.StandardId;

/** What each value takes and what it refuses, at its bounds. */
class ValuesTest {

    private static final String SEAL = "sealed:p:" + "a".repeat(22) + ":" + "A".repeat(38);
    private static final String LONE_SURROGATE = "学\uD83D校";
    private static final String BEYOND_BMP = "𠮷";

    /** @param make reads the value from a text, a number written as text included */
    record Rule(
            Class<?> type, Function<String, SingleValue<?>> make, List<String> taken, List<String> refused) {

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(BureauCode.class, BureauCode::new,
                        List.of("320724", "999999", "100000"),
                        List.of("", "32072", "3207240", "020724", "32O724", "３２０７２４", "320724\n", " 320724")),
                new Rule(SchoolCode.class, SchoolCode::new,
                        List.of("2132072401", "0000000000"),
                        List.of("", "213207240", "21320724011", "213207240a", "２１３２０７２４０１", "2132072401\n")),
                new Rule(StandardId.class, StandardId::new,
                        List.of("guannan-2018", "ab", "0a", "a".repeat(40)),
                        List.of("", "a", "-a", "Guannan", "a_b", "a.b", "a:b", "a".repeat(41), "ab\n", "灌南")),
                new Rule(CampaignId.class, CampaignId::new,
                        List.of("guannan-2018", "ab", "0a", "a".repeat(40)),
                        List.of("", "a", "-a", "Guannan", "a_b", "a.b", "a:b", "a".repeat(41), "ab\n", "灌南")),
                new Rule(AssessmentId.class, AssessmentId::new,
                        List.of("guannan-2018.2132072401", "ab.0000000000"),
                        List.of("", "guannan-2018", "a.2132072401", "guannan-2018.213207240", "guannan-2018:2132072401",
                                "guannan-2018.2132072401.1", ".2132072401", "a.b.2132072401", "a".repeat(41) + ".2132072401")),
                new Rule(InspectorId.class, InspectorId::new,
                        List.of("i-01", "a", "7", "a".repeat(40)),
                        List.of("", "-", "I-01", "i_01", "a".repeat(41), "i-01\n", "i:01")),
                new Rule(Seed.class, Seed::new,
                        List.of("a", "Z_9-x", "s".repeat(64)),
                        List.of("", "s".repeat(65), "a b", "a:b", "种子", "a\n")),
                new Rule(CategoryCode.class, CategoryCode::new,
                        List.of("HARDWARE", "A1", "A_", "A".repeat(30)),
                        List.of("", "A", "a1", "1A", "_A", "A-B", "A".repeat(31), "AB\n")),
                new Rule(CheckpointCode.class, CheckpointCode::new,
                        List.of("1.1", "2.12", "15.5", "99.99"),
                        List.of("", "1", "1.", ".1", "0.1", "1.0", "01.1", "1.01", "100.1", "1.100", "1.1.1", "1,1", "1.1\n")),
                new Rule(Phone.class, Phone::new,
                        List.of("13805120001", "0518-83223456", "051883223456", "010-12345678", "0518-8322345", SEAL),
                        List.of("", "1380512000", "138051200011", "83223456", "+8613805120001", "0518 83223456",
                                SEAL + "\n", SEAL.substring(0, SEAL.length() - 1), "sealed:q" + SEAL.substring(8),
                                "0518--8322345", "１３８０５１２０００１", "13805120001\n")),
                new Rule(PersonId.class, PersonId::new,
                        List.of("0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e10"),
                        List.of("", "0198e7c6", "0198E7C6-4F0E-7D3A-9A51-3F2B8C6D7E10", "0198e7c64f0e7d3a9a513f2b8c6d7e10",
                                "0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e1g", "0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e10\n")),
                new Rule(Sha256.class, Sha256::new,
                        List.of("0123456789abcdef".repeat(4)),
                        List.of("", "a".repeat(63), "a".repeat(65), "A".repeat(64), "g".repeat(64))),
                new Rule(MediaType.class, MediaType::new,
                        List.of("image/jpeg", "application/vnd.ms-excel", "video/mp4", "a/b"),
                        List.of("", "image", "image/", "/jpeg", "Image/jpeg", "image/jpeg; q=1", "image jpeg", "图/片", "a/b\n")),
                line(Title.class, Title::new, 120),
                line(PersonName.class, PersonName::new, 40),
                line(Township.class, Township::new, 40),
                new Rule(FileName.class, FileName::new,
                        List.of("达标创建方案.pdf", "a", "名".repeat(120), ".hidden"),
                        List.of("", " ", "名".repeat(121), "a/b", "a\\b", "../a", "a\nb", "a\tb", "a\0b", LONE_SURROGATE)),
                text(Reason.class, Reason::new, 500),
                text(Opinion.class, Opinion::new, 2000),
                text(Statement.class, Statement::new, 5000),
                text(Hazard.class, Hazard::new, 500),
                line(Authority.class, Authority::new, 200),
                id(AppealId.class, AppealId::new),
                id(OrderId.class, OrderId::new),
                id(MeasureId.class, MeasureId::new),
                new Rule(ItemText.class, ItemText::new,
                        List.of("独立用房", "条".repeat(1000), BEYOND_BMP.repeat(1000)),
                        List.of("", " ", "　", "条".repeat(1001), "a\nb", "a\tb", "a\0b", "a\u009Bb", LONE_SURROGATE)),
                new Rule(ItemNo.class, text -> new ItemNo(Integer.valueOf(text)),
                        List.of("1", "15", "99"), List.of("0", "-1", "100", "2147483647", "-2147483648")),
                new Rule(Count.class, text -> new Count(Integer.valueOf(text)),
                        List.of("0", "2860", "100000"), List.of("-1", "100001", "2147483647", "-2147483648")),
                new Rule(ByteCount.class, text -> new ByteCount(Integer.valueOf(text)),
                        List.of("1", "1073741824"), List.of("0", "-1", "1073741825", "2147483647")),
                new Rule(AppealDays.class, text -> new AppealDays(Integer.valueOf(text)),
                        List.of("1", "15", "365"), List.of("0", "-1", "366")),
                new Rule(Weight.class, text -> new Weight(new BigDecimal(text)),
                        List.of("0", "1", "0.15", "0.0001", "0.9999"),
                        List.of("-0.1", "1.0001", "0.00001", "2", "1E+1000000000", "1E-1000000000")),
                new Rule(Contribution.class, text -> new Contribution(new BigDecimal(text)),
                        List.of("0", "9.75", "0.00005", "1000", "999.99999"),
                        List.of("-0.1", "1000.1", "0.000001", "1E+1000000000", "1E-1000000000")),
                new Rule(Mean.class, text -> new Mean(new BigDecimal(text)),
                        List.of("0", "-1000", "-0.25", "0.01", "100000"),
                        List.of("-1000.01", "100000.01", "0.005", "1E+1000000000", "1E-1000000000")),
                new Rule(MeasuredValue.class, text -> new MeasuredValue(new BigDecimal(text)),
                        List.of("0", "8", "352", "0.001", "9.999", "1000000"),
                        List.of("-1", "-0.001", "1000000.001", "1000001", "0.0001", "1E+1000000000", "1E-1000000000")),
                new Rule(Points.class, Points::new,
                        List.of("0", "0.5", "1000"), List.of("-0.5", "0.25", "1000.5", "1E+1000000000")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_value_takes_what_lies_within_its_bounds(Rule rule) {
        for (String text : rule.taken()) {
            SingleValue<?> value = rule.make().apply(text);
            assertThat(value).isInstanceOf(rule.type()).hasToString(text).isEqualTo(rule.make().apply(text));
            assertThat(value.value()).hasToString(text);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_value_refuses_at_once_what_lies_beyond_its_bounds(Rule rule) {
        for (String text : rule.refused()) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThatExceptionOfType(InvalidValue.class)
                    .as("%s of '%s'", rule, InvalidValue.printable(text))
                    .isThrownBy(() -> rule.make().apply(text))
                    .satisfies(it -> assertThat(it.type()).isEqualTo(rule.type().getSimpleName())));
        }
    }

    @Test
    void no_value_of_the_language_is_without_its_rules() {
        Set<String> ofTheLanguage = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("cn.dabiao.domain").stream()
                .filter(it -> it.isAssignableTo(SingleValue.class) && !it.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        Set<String> tested = rules().map(Rule::toString).collect(Collectors.toSet());
        tested.add(GradeBands.class.getSimpleName()); // a list of bands: StandardFaultTest
        assertThat(tested).isEqualTo(ofTheLanguage).hasSizeGreaterThan(20);
    }

    @Test
    void equal_figures_are_equal_values_however_they_are_written() {
        assertThat(new Weight(new BigDecimal("0.1500"))).isEqualTo(new Weight(new BigDecimal("0.15"))).hasToString("0.15");
        assertThat(new Weight(new BigDecimal("1E+0"))).isEqualTo(new Weight(new BigDecimal("1.0000"))).hasToString("1");
        assertThat(new Weight(new BigDecimal("0E-1000000000"))).isEqualTo(new Weight(BigDecimal.ZERO)).hasToString("0");
        assertThat(new Contribution(new BigDecimal("9.70"))).isEqualTo(new Contribution(new BigDecimal("9.7"))).hasToString("9.7");
        assertThat(new Mean(new BigDecimal("-0.50"))).isEqualTo(new Mean(new BigDecimal("-0.5"))).hasToString("-0.5");
        assertThat(new MeasuredValue(new BigDecimal("8.0"))).isEqualTo(new MeasuredValue(new BigDecimal("8"))).hasToString("8");
        assertThat(new MeasuredValue(new BigDecimal("1E+6"))).hasToString("1000000");
        assertThat(new MeasuredValue(new BigDecimal("0E+1000000000"))).hasToString("0");
    }

    @Test
    void an_invalid_value_is_told_short_and_without_control_characters() {
        InvalidValue refused = new InvalidValue(Title.class, "a\0b\u001B[31m\u009B31m\uD83D" + "长".repeat(100));

        assertThat(refused.value()).isEqualTo("a\uFFFDb\uFFFD[31m\uFFFD31m\uFFFD" + "长".repeat(47) + "…");
        assertThat(refused).hasMessage(refused.value() + " is not a Title");
        assertThat(InvalidValue.printable(BEYOND_BMP.repeat(60))).isEqualTo(BEYOND_BMP.repeat(60));
        assertThat(InvalidValue.printable(BEYOND_BMP.repeat(61))).isEqualTo(BEYOND_BMP.repeat(60) + "…");
    }

    @Test
    void an_assessments_id_is_its_campaign_and_its_school() {
        AssessmentId id = AssessmentId.of(new CampaignId("guannan-2018"), new SchoolCode("2132072401"));

        assertThat(id).hasToString("guannan-2018.2132072401");
        assertThat(id.campaignId()).isEqualTo(new CampaignId("guannan-2018"));
        assertThat(id.schoolCode()).isEqualTo(new SchoolCode("2132072401"));
    }

    private static Rule id(Class<?> type, Function<String, SingleValue<?>> make) {
        return new Rule(type, make,
                List.of("a1", "r", "7", "a-1", "a".repeat(40)),
                List.of("", "-", "-a", "A1", "a_1", "a.1", "a:1", "a".repeat(41), "a1\n", "申1"));
    }

    private static Rule line(Class<?> type, Function<String, SingleValue<?>> make, int max) {
        return new Rule(type, make,
                List.of("灌南县实验小学", "a", "名".repeat(max), BEYOND_BMP.repeat(max), "艾力·买买提", "O'Brien"),
                List.of("", " ", "　", "\u00A0", "a\u2028b", "a\u202Eb", "名".repeat(max + 1), BEYOND_BMP.repeat(max + 1), "a\nb", "a\rb", "a\tb", "a\0b",
                        "a\u001Bb", "a\u007Fb", "a\u009Bb", LONE_SURROGATE, "\uDE00"));
    }

    private static Rule text(Class<?> type, Function<String, SingleValue<?>> make, int max) {
        return new Rule(type, make,
                List.of("面积不足", "第一行\n第二行\t续", "第一行\r\n第二行", "字".repeat(max), BEYOND_BMP.repeat(max)),
                List.of("", " ", "\n", "　", SEAL, "\u00A0\r\n", "a\u2066b", "字".repeat(max + 1), "a\0b", "a\u001Bb", "a\u007Fb", "a\u009Bb", LONE_SURROGATE));
    }
}
