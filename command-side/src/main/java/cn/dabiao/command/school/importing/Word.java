package cn.dabiao.command.school.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;

/** What a cell may say for a constant: its code, or one of the words that bureaus write for it. */
final class Word<E extends Enum<E>> {

    static final Word<Ownership> OWNERSHIP = new Word<>(new EnumMap<>(Map.of(
            Ownership.PUBLIC, List.of("公办"),
            Ownership.PRIVATE, List.of("民办"))));
    static final Word<SchoolKind> KIND = new Word<>(new EnumMap<>(Map.of(
            SchoolKind.KINDERGARTEN, List.of("幼儿园"),
            SchoolKind.PRIMARY, List.of("小学"),
            SchoolKind.JUNIOR_HIGH, List.of("初中", "初级中学"),
            SchoolKind.SENIOR_HIGH, List.of("高中", "普通高中", "高级中学"),
            SchoolKind.NINE_YEAR, List.of("九年一贯制学校", "九年一贯制"),
            SchoolKind.COMPLETE_SECONDARY, List.of("完全中学"),
            SchoolKind.VOCATIONAL, List.of("中等职业学校", "中职"),
            SchoolKind.SPECIAL_EDUCATION, List.of("特殊教育学校", "特殊教育"))));

    private final Map<E, List<String>> words;

    private Word(Map<E, List<String>> words) {
        this.words = words;
    }

    Optional<E> in(String cell) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().contains(cell) || word.getKey().name().equalsIgnoreCase(cell))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Each constant by its first word and its code, for whoever has to be told. */
    List<String> known() {
        return words.entrySet().stream()
                .map(word -> word.getValue().getFirst() + " (" + word.getKey().name() + ")")
                .toList();
    }
}
