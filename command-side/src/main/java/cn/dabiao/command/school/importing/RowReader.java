package cn.dabiao.command.school.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Seal;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/** Reads a row by the rules of the values that a single registration is made of, and tells all that is wrong at once. */
final class RowReader {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Header header;
    private final Locale locale;
    private final Line line;
    private final List<FieldError> errors = new ArrayList<>();

    private RowReader(Header header, Line line, Locale locale) {
        this.header = header;
        this.line = line;
        this.locale = locale;
    }

    static ReadRow read(Header header, Line line, Locale locale) {
        return new RowReader(header, line, locale).read();
    }

    private ReadRow read() {
        Optional<SchoolCode> code = value(Column.SCHOOL_CODE, SchoolCode::new);
        Optional<SchoolFacts> facts = facts();
        if (header.saysMoreThanItsColumns(line)) {
            errors.add(FieldError.of("row", null, "no-column", Map.of(), locale));
        }
        return new ReadRow(
                line.row(),
                header.cell(Column.SCHOOL_CODE, line),
                header.cell(Column.NAME, line),
                code.orElse(null),
                errors.isEmpty() ? facts.orElse(null) : null,
                List.copyOf(errors));
    }

    private Optional<SchoolFacts> facts() {
        Optional<Title> name = value(Column.NAME, Title::new);
        var ownership = word(Column.OWNERSHIP, Word.OWNERSHIP);
        var kind = word(Column.KIND, Word.KIND);
        Optional<Township> township = value(Column.TOWNSHIP, Township::new);
        Optional<Count> students = value(Column.STUDENTS, RowReader::count);
        Optional<Count> staff = value(Column.STAFF, RowReader::count);
        Optional<Count> teachers = value(Column.TEACHERS, RowReader::count);
        Optional<Contact> principal = contact(Column.PRINCIPAL_NAME, Column.PRINCIPAL_PHONE);
        Optional<Contact> vicePrincipal = contact(Column.VICE_PRINCIPAL_NAME, Column.VICE_PRINCIPAL_PHONE);
        return errors.isEmpty()
                ? Optional.of(new SchoolFacts(
                        name.orElseThrow(),
                        ownership.orElseThrow(),
                        kind.orElseThrow(),
                        township.orElseThrow(),
                        students.orElseThrow(),
                        staff.orElseThrow(),
                        teachers.orElseThrow(),
                        principal.orElseThrow(),
                        vicePrincipal.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Contact> contact(Column named, Column called) {
        Optional<PersonName> name = value(named, PersonName::new);
        Optional<Phone> phone = value(called, Phone::new);
        return name.flatMap(person -> phone.map(number -> new Contact(person, number)));
    }

    private <E extends Enum<E>> Optional<E> word(Column column, Word<E> words) {
        Optional<String> cell = written(column);
        Optional<E> constant = cell.flatMap(words::in);
        if (cell.isPresent() && constant.isEmpty()) {
            errors.add(FieldError.of(column.key(), cell.get(), "one-of", Map.of("known", words.known()), locale));
        }
        return constant;
    }

    private <T> Optional<T> value(Column column, Function<String, T> type) {
        Optional<String> cell = written(column);
        try {
            return cell.map(text -> {
                T read = type.apply(text);
                if (Seal.is(text)) {
                    // One is made here, and never handed in.
                    throw new InvalidValue(read.getClass(), text);
                }
                return read;
            });
        } catch (InvalidValue e) {
            errors.add(FieldError.of(column.key(), e.value(), e.type(), Map.of(), locale));
            return Optional.empty();
        }
    }

    private Optional<String> written(Column column) {
        String cell = header.cell(column, line);
        if (cell.isEmpty()) {
            errors.add(FieldError.of(column.key(), null, "required", Map.of(), locale));
            return Optional.empty();
        }
        return Optional.of(cell);
    }

    private static Count count(String cell) {
        if (!WHOLE.matcher(cell).matches()) {
            throw new InvalidValue(Count.class, cell);
        }
        return new Count(Integer.valueOf(cell));
    }
}
