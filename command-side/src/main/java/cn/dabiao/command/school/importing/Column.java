package cn.dabiao.command.school.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.school.SchoolField;

/** A column of a file with schools; its name is Chinese, as on the declaration form, or English, as in the API. */
enum Column {
    SCHOOL_CODE("schoolCode", "学校标识码"),
    NAME(SchoolField.NAME, "学校名称"),
    OWNERSHIP(SchoolField.OWNERSHIP, "办学性质"),
    KIND(SchoolField.KIND, "学校类别"),
    TOWNSHIP(SchoolField.TOWNSHIP, "乡镇"),
    STUDENTS(SchoolField.STUDENTS, "学生数"),
    STAFF(SchoolField.STAFF, "教职工数"),
    TEACHERS(SchoolField.TEACHERS, "专任教师数"),
    PRINCIPAL_NAME(SchoolField.PRINCIPAL_NAME, "校长"),
    PRINCIPAL_PHONE(SchoolField.PRINCIPAL_PHONE, "校长电话"),
    VICE_PRINCIPAL_NAME(SchoolField.VICE_PRINCIPAL_NAME, "分管副校长"),
    VICE_PRINCIPAL_PHONE(SchoolField.VICE_PRINCIPAL_PHONE, "分管副校长电话");

    private final String key;
    private final String chinese;

    Column(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    Column(SchoolField field, String chinese) {
        this(field.key(), chinese);
    }

    static Optional<Column> named(String header) {
        String name = header.replaceAll("[\\s\\p{Z}]", "");
        return Arrays.stream(values())
                .filter(column -> column.chinese.equals(name) || column.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** What all columns may be named, for whoever has to be told. */
    static List<String> names() {
        return Arrays.stream(values()).map(Column::toString).toList();
    }

    String key() {
        return key;
    }

    @Override
    public String toString() {
        return chinese + " (" + key + ")";
    }
}
