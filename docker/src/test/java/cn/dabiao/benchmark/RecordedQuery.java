package cn.dabiao.benchmark;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A query that the product made, and what it made it with. */
record RecordedQuery(String sql, List<Parameter> parameters) {

    /** How a parameter was set: {@code setString(1, "…")}. */
    record Parameter(Method setter, List<@Nullable Object> arguments) {

        String literal() {
            Object value = arguments.get(1);
            return switch (value) {
                case null -> "NULL";
                case Number number when !setter.getName().equals("setNull") -> number.toString();
                case Number _ -> "NULL";
                case Boolean truth -> truth.toString();
                case Object[] array -> quoted(Arrays.stream(array)
                        .map(each -> '"' + each.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}")));
                default -> quoted(value.toString());
            };
        }

        private static String quoted(String text) {
            return '\'' + text.replace("'", "''") + '\'';
        }
    }

    /** Prepared once, to be executed again and again. */
    PreparedStatement on(Connection connection) throws Exception {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (Parameter parameter : parameters) {
            parameter.setter().invoke(statement, parameter.arguments().toArray());
        }
        return statement;
    }

    /** For {@code pgbench}: on one line, the parameters in their places. */
    String script() {
        StringBuilder script = new StringBuilder();
        int parameter = 0;
        boolean quoted = false;
        for (char each : sql.strip().toCharArray()) {
            quoted ^= each == '\'';
            if (each == '?' && !quoted) {
                script.append(parameters.get(parameter++).literal());
            } else {
                script.append(each == '\n' ? ' ' : each);
            }
        }
        return script.append(';').toString();
    }
}
