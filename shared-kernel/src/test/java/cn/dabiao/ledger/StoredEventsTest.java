package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.value.SingleValue;
import cn.dabiao.examples.Guannan;
import cn.dabiao.json.DomainJson;

/**
 * Stored events are a contract: each kind and revision has one approved file, laid out to be read; the stored bytes are
 * that file without its layout. An event that has been stored once stays readable for ever, so a red test here is
 * answered by a new revision and not by a new file, unless nothing has been released yet. Then
 * {@code mvn -pl shared-kernel test -Dtest=StoredEventsTest -Dapproved-events=write} writes the files anew.
 */
class StoredEventsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved-events");
    private static final boolean WRITE = "write".equals(System.getProperty("approved-events"));

    private final EventSerializer serializer = new EventSerializer();

    static List<Object> examples() {
        return EventExamples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_event_is_stored_as_its_approved_bytes_and_under_its_approved_name(Object event) {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        Path file = file(stored.getType().getName(), Objects.requireNonNull(stored.getType().getRevision()));
        if (WRITE) {
            write(file, event);
        }

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo(withoutLayout(read(file)));
        assertThat(stored.getData()).isEqualTo(withoutLayout(read(file)).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_approved_file_is_read_back_as_the_event_it_was(Object event) {
        EventType type = EventTypes.of(event.getClass()).orElseThrow();
        byte[] stored = withoutLayout(read(file(type.name(), type.revision()))).getBytes(StandardCharsets.UTF_8);

        Object readBack = serializer.deserialize(
                new SimpleSerializedObject<>(stored, byte[].class, type.name(), type.revision()));

        assertThat(readBack).isEqualTo(event).hasSameClassAs(event);
    }

    static Stream<Arguments> olderRevisions() {
        return EventTypes.ALL.stream().flatMap(type -> type.revisions().stream()
                .filter(revision -> !revision.equals(type.revision()))
                .map(revision -> Arguments.of(type, revision)));
    }

    /** Every component of the newest shape is there: what an older one lacks, somebody has decided on. */
    @ParameterizedTest
    @MethodSource("olderRevisions")
    void an_event_of_an_older_revision_stays_readable(EventType type, String revision) {
        byte[] stored = withoutLayout(read(file(type.name(), revision))).getBytes(StandardCharsets.UTF_8);

        Object readBack = serializer.deserialize(
                new SimpleSerializedObject<>(stored, byte[].class, type.name(), revision));

        assertThat(readBack).isInstanceOf(type.payload());
    }

    @Test
    void a_draw_of_before_there_were_loads_weighed_none_and_is_otherwise_what_it_was() {
        byte[] stored = withoutLayout(read(file("assessment.InspectorsDrawn", "1"))).getBytes(StandardCharsets.UTF_8);
        InspectorsDrawn today = (InspectorsDrawn) EventExamples.ALL.stream()
                .filter(InspectorsDrawn.class::isInstance)
                .findFirst()
                .orElseThrow();

        InspectorsDrawn readBack = serializer.deserialize(new SimpleSerializedObject<>(
                stored, byte[].class, "assessment.InspectorsDrawn", "1"));

        assertThat(Objects.requireNonNull(readBack).loads()).isEmpty();
        assertThat(readBack).usingRecursiveComparison().ignoringFields("loads").isEqualTo(today);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_leaves_no_component_empty(Object event) {
        Set<String> declared = new HashSet<>();
        Set<String> filled = new HashSet<>();
        walk(event, declared, filled);

        assertThat(filled).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void there_is_one_example_of_every_event_type() {
        assertThat(EventExamples.ALL)
                .extracting(Object::getClass)
                .map(type -> (Object) type)
                .containsExactlyElementsOf(EventTypes.ALL.stream().map(EventType::payload).toList());
    }

    @Test
    void every_event_of_every_sealed_event_interface_has_a_stored_name() {
        Set<Class<?>> events = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("cn.dabiao").stream()
                .filter(it -> it.isInterface() && it.getSimpleName().endsWith("Event"))
                .map(JavaClass::reflect)
                .flatMap(story -> {
                    assertThat(story).as("a story that compilers check").matches(Class::isSealed);
                    return Arrays.stream(story.getPermittedSubclasses());
                })
                .collect(Collectors.toSet());

        assertThat(events).hasSizeGreaterThanOrEqualTo(15);
        assertThat(EventTypes.ALL).extracting(EventType::payload).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void every_event_is_a_record() {
        assertThat(EventTypes.ALL).extracting(EventType::payload).allMatch(Class::isRecord);
    }

    @Test
    void no_stored_name_is_given_twice_and_every_one_names_its_stream() {
        assertThat(EventTypes.ALL).extracting(EventType::name).doesNotHaveDuplicates();
        assertThat(EventTypes.ALL).extracting(EventType::payload).doesNotHaveDuplicates();
        assertThat(EventTypes.ALL).allSatisfy(type -> {
            assertThat(type.name()).matches("(standard|campaign|school|inspector|assessment|evidence)\\.[A-Z][A-Za-z]+");
            assertThat(EventTypes.nameOf(type.payload())).isEqualTo(type.name());
            assertThat(EventTypes.named(type.name())).contains(type);
        });
        assertThatThrownBy(() -> EventTypes.nameOf(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_approved_files_are_those_of_the_event_types_and_no_others() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(EventTypes.ALL.stream()
                            .flatMap(type -> type.revisions().stream().map(each -> type.name() + "-r" + each + ".json"))
                            .toList());
        }
    }

    @Test
    void what_is_not_there_is_not_written_and_read_back_as_absent() {
        AssessmentEvent event = new AssessmentEvent.ApplicationAccepted(
                Guannan.ASSESSMENT, null, Guannan.at("2018-03-28T10:00"));

        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo(
                "{\"assessmentId\":\"guannan-2018.2132072401\",\"at\":\"2018-03-28T02:00:00Z\"}");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void a_stored_name_that_nobody_knows_is_an_error() {
        var stranger = new SimpleSerializedObject<>(
                "{}".getBytes(StandardCharsets.UTF_8), byte[].class, "assessment.PlanRevoked", "1");

        assertThatThrownBy(() -> serializer.deserialize(stranger))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("assessment.PlanRevoked");
    }

    @Test
    void a_class_name_is_no_stored_name() {
        var byClass = new SimpleSerializedObject<>(
                "\"x\"".getBytes(StandardCharsets.UTF_8), byte[].class, String.class.getName(), null);

        assertThatThrownBy(() -> serializer.deserialize(byClass)).isInstanceOf(SerializationException.class);
    }

    /** Notes each record component of the example, and each that holds something somewhere in it. */
    private static void walk(Object value, Set<String> declared, Set<String> filled) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> walk(Objects.requireNonNull(one), declared, filled));
        } else if (value instanceof Record && !(value instanceof SingleValue<?> single && !(single.value() instanceof List))) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                String name = value.getClass().getSimpleName() + "." + component.getName();
                declared.add(name);
                Object content = valueOf(component, value);
                if (content != null && !(content instanceof Collection<?> many && many.isEmpty())) {
                    filled.add(name);
                    walk(content, declared, filled);
                }
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String name, String revision) {
        return APPROVED.resolve(name + "-r" + revision + ".json");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("an event without an approved file: see this class's comment", e);
        }
    }

    private static void write(Path file, Object event) {
        try {
            Files.createDirectories(APPROVED);
            Files.writeString(file, DomainJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the white space between the tokens of a JSON text and leaves every other character as it is. */
    private static String withoutLayout(String json) {
        StringBuilder compact = new StringBuilder();
        boolean inText = false;
        for (int index = 0; index < json.length(); index++) {
            char each = json.charAt(index);
            if (inText && each == '\\') {
                compact.append(each).append(json.charAt(++index));
                continue;
            }
            inText = (each == '"') != inText;
            if (inText || !Character.isWhitespace(each)) {
                compact.append(each);
            }
        }
        return compact.toString();
    }
}
