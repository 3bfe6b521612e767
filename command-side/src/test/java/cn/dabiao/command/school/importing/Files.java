package cn.dabiao.command.school.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.util.unit.DataSize;

import cn.dabiao.api.school.SchoolFile;

/** Files as bureaus keep them. */
final class Files {

    static final ImportSettings SETTINGS =
            new ImportSettings(DataSize.ofMegabytes(8), DataSize.ofMegabytes(32), 100, 4);
    static final String HEADER = "学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话";
    static final String FIRST = "2132072401,灌南县实验小学,公办,小学,新安镇,2860,168,151,王志强,13805120001,李秀英,0518-83223456";
    static final String SECOND = "2132072402,堆沟中学,民办,初中,堆沟港镇,900,80,70,张建军,13805120002,刘芳,13805120003";

    private Files() {}

    static SchoolFile csv(String text, Charset charset) {
        return new SchoolFile(text.getBytes(charset), false, null);
    }

    /** A workbook in which every figure is a number: codes and phones as well. */
    static SchoolFile workbook(List<List<Object>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("学校");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    if (rows.get(row).get(column) instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, rows.get(row).get(column).toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SchoolFile(bytes.toByteArray(), true, null);
    }
}
