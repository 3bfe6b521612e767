package cn.dabiao.query.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.LongLife;
import cn.dabiao.query.fixture.Story;

/** A county whose schools have come differently far and to different ends; the same for the same seed. */
final class RandomCounty {

    private static final List<String> TOWNSHIPS = List.of("新安镇", "张店镇", "堆沟港镇", "汤沟镇");

    private static final List<SchoolKind> KINDS = List.of(
            SchoolKind.KINDERGARTEN, SchoolKind.PRIMARY, SchoolKind.JUNIOR_HIGH, SchoolKind.SENIOR_HIGH);

    private final Random random;
    private final List<Object> events = new ArrayList<>(Given.aCampaign());

    RandomCounty(long seed) {
        this.random = new Random(seed);
    }

    /** In the order in which they come to the ledger, school after school. */
    List<Object> events(int schools) {
        IntStream.rangeClosed(1, schools).forEach(this::lives);
        return List.copyOf(events);
    }

    private void lives(int number) {
        SchoolRegistered school = school(number);
        SchoolRegistered later = updated(school);
        Story story = Story.of(later);
        int depth = random.nextInt(14);
        events.add(school);
        if (!later.equals(school)) {
            // Declared is what the register has by then; the plan stands under what it had before.
            List<Object> planned = depth >= 1 ? Story.of(school).plan(random.nextInt(4) == 0).events() : List.of();
            events.addAll(planned);
            events.add(new SchoolUpdated(
                    school.schoolCode(), school.facts(), later.facts(), new Reason("变更"), Given.THEN));
            walked(story, depth, !planned.isEmpty());
        } else {
            walked(story, depth, false);
        }
        events.addAll(story.events());
        if (random.nextInt(8) == 0) {
            events.add(new SchoolClosed(school.schoolCode(), new Reason("撤并"), Given.THEN.plusSeconds(9_999_999)));
        }
    }

    private void walked(Story story, int depth, boolean planned) {
        if (depth >= 1 && !planned) {
            story.plan(random.nextInt(4) == 0);
        }
        if (depth >= 2) {
            story.applied();
        }
        if (depth >= 3) {
            story.drawn().opened();
            for (Item item : Given.STANDARD.items()) {
                found(story, item);
            }
        }
        if (depth >= 4) {
            story.allScored().signed();
        }
        if (depth >= 5) {
            LongLife life = story.graded().andThen();
            aftermath(life, depth);
        }
    }

    private void found(Story story, Item item) {
        List<CheckpointCode> codes = item.codes();
        CheckpointCode code = codes.get(random.nextInt(codes.size()));
        switch (random.nextInt(4)) {
            // As much as the item is worth at the most.
            case 0 -> story.scored(
                    code.value(), halves(1 + random.nextInt(item.points().value().intValue() * 2)), "不合要求");
            case 1 -> story.scored(new ItemFindings(
                    item.itemNo(), List.of(), List.of(), List.of(new NotApplicable(code, new Reason("无此场所")))));
            default -> {
                // Nothing lost there.
            }
        }
    }

    private void aftermath(LongLife life, int depth) {
        if (depth >= 7) {
            life.correctedByOffice("灌教安〔2018〕3号", "3.1", halves(1 + random.nextInt(8)));
        }
        if (depth >= 8) {
            life.ordered("r1", random.nextBoolean() ? "2018-05-10" : "2018-06-30");
        }
        if (depth >= 10) {
            life.reported("r1");
        }
        if (depth == 11) {
            life.sentBack("r1", "2018-05-20");
        }
        if (depth >= 12) {
            life.verified("r1").reviewedAgain("4.2", halves(1 + random.nextInt(8)));
        }
        if (random.nextInt(6) == 0) {
            life.determined();
        }
    }

    private SchoolRegistered school(int number) {
        SchoolFacts facts = Given.facts(
                "第" + number + "学校",
                KINDS.get(random.nextInt(KINDS.size())),
                random.nextBoolean() ? Ownership.PUBLIC : Ownership.PRIVATE,
                TOWNSHIPS.get(random.nextInt(TOWNSHIPS.size())));
        SchoolRegistered any = Given.school("%010d".formatted(2_132_072_000L + number), "学校");
        return new SchoolRegistered(any.schoolCode(), any.bureau(), facts, any.registeredAt());
    }

    private SchoolRegistered updated(SchoolRegistered school) {
        if (random.nextInt(3) > 0) {
            return school;
        }
        SchoolFacts other = Given.facts("新校", SchoolKind.NINE_YEAR, Ownership.PRIVATE, "三口镇");
        return new SchoolRegistered(school.schoolCode(), school.bureau(), other, school.registeredAt());
    }

    private static String halves(int halves) {
        return halves % 2 == 0 ? Integer.toString(halves / 2) : halves / 2 + ".5";
    }
}
