package cn.dabiao.query.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

import cn.dabiao.api.export.ExportFormat;

class WantedFormatTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void who_says_nothing_gets_json() throws Exception {
        assertThat(WantedFormat.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "*/*", "application/json", "application/*", "application/*+json", "application/problem+json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/json, text/csv", "text/csv;q=0.5, application/json", "text/csv;q=0, */*", XLSX + ";q=0.9, */*"})
    void json_unless_a_table_is_wanted_more(String accept) throws Exception {
        assertThat(WantedFormat.of(List.of(accept))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/csv", "text/csv;charset=utf-8", "text/*", "text/csv, */*", "text/csv, application/json",
        "text/csv, application/problem+json", "application/problem+json, text/csv", "application/json;q=0.5, text/csv",
        XLSX + ";q=0.2, text/csv;q=0.3", "application/pdf, text/csv;q=0.1"})
    void csv_where_it_is_wanted_most(String accept) throws Exception {
        assertThat(WantedFormat.of(List.of(accept))).isEqualTo(Optional.of(ExportFormat.CSV));
    }

    @Test
    void a_workbook_where_it_is_wanted_most_also_in_several_headers() throws Exception {
        assertThat(WantedFormat.of(List.of(XLSX))).contains(ExportFormat.XLSX);
        assertThat(WantedFormat.of(List.of("text/csv;q=0.5", XLSX))).contains(ExportFormat.XLSX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/html", "text/csv;q=0", "rubbish", "text/csv;q=2"})
    void anything_else_a_list_cannot_be(String accept) {
        assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class)
                .isThrownBy(() -> WantedFormat.of(List.of(accept)))
                .satisfies(refused -> assertThat(refused.getSupportedMediaTypes())
                        .map(MediaType::toString)
                        .containsExactly("application/json", "text/csv", XLSX));
    }
}
