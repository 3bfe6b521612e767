package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.OracleBook.day;
import static cn.dabiao.command.assessment.Verdict.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.CalendarCommand.RecordClosedWindow;
import cn.dabiao.command.assessment.CalendarCommand.RecordOverdueOrder;
import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.rectification.OrderId;

/** What comes about by the calendar alone (RULES.md §4.8 and §4.10), once each. */
final class OracleCalendar {

    private OracleCalendar() {}

    /** All that a timer can ask, whether anything is due or not. */
    static List<CalendarCommand> questions(OracleBook book, Campaign campaign, Instant now) {
        List<CalendarCommand> questions = new ArrayList<>();
        if (book.phase.isEmpty()) {
            return questions;
        }
        Request request = Request.of(Actor.system(Guannan.BUREAU), now);
        for (String order : book.orders.keySet()) {
            questions.add(new RecordOverdueOrder(Guannan.ASSESSMENT, new OrderId(order), campaign, request));
        }
        for (Contested contested : Contested.values()) {
            questions.add(new RecordClosedWindow(Guannan.ASSESSMENT, contested, campaign, request));
        }
        return questions;
    }

    /** The event that it deserves; empty for none. */
    static String recorded(OracleBook book, CalendarCommand command) {
        Instant now = command.request().at();
        return switch (command) {
            case RecordOverdueOrder it -> {
                Order order = order(book, it);
                boolean missed = order.awaitsReport() && day(now).isAfter(order.dueOn);
                boolean running = it.campaign().closedAt() == null;
                yield when(missed && running && !order.overdue, "RectificationOverdue");
            }
            case RecordClosedWindow it -> {
                Instant since = OracleAppeals.contestable(book).get(it.contested().name());
                boolean over = since != null && !OracleAppeals.isOpen(since, now);
                yield when(over && !book.closedWindows.contains(window(book, it)), "AppealWindowClosed");
            }
        };
    }

    static void write(OracleBook book, CalendarCommand command) {
        book.version++;
        switch (command) {
            case RecordOverdueOrder it -> order(book, it).overdue = true;
            case RecordClosedWindow it -> book.closedWindows.add(window(book, it));
        }
    }

    private static Order order(OracleBook book, RecordOverdueOrder command) {
        return Objects.requireNonNull(book.orders.get(command.orderId().value()));
    }

    private static String window(OracleBook book, RecordClosedWindow command) {
        String what = command.contested().name();
        return what + " " + OracleAppeals.contestable(book).get(what);
    }
}
