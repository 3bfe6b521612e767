package cn.dabiao.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The product's data source, which can be told to note the queries of the next request. While it is not told to, it hands
 * out connections as they are, so that measuring costs nothing.
 */
final class RecordingDataSource extends DelegatingDataSource {

    private volatile @Nullable List<RecordedQuery> noted;

    RecordingDataSource(DataSource database) {
        super(database);
    }

    /** Every query that the product makes while this is called, in their order; of whatever thread asks from a view. */
    List<RecordedQuery> during(Callable<?> request) throws Exception {
        List<RecordedQuery> queries = new CopyOnWriteArrayList<>();
        noted = queries;
        try {
            request.call();
        } finally {
            noted = null;
        }
        return List.copyOf(queries);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        List<RecordedQuery> queries = noted;
        return queries == null ? connection : proxy(Connection.class, connection, (method, arguments, result) -> {
            // Projections and readers of the ledger ask meanwhile; the reads of a request are read-only.
            return result instanceof PreparedStatement statement && connection.isReadOnly() && !begins((String) arguments[0])
                    ? recorded(statement, (String) arguments[0], queries)
                    : result;
        });
    }

    /** Says what kind of transaction begins: those who make the queries again begin in their own way. */
    private static boolean begins(String sql) {
        return sql.startsWith("SET TRANSACTION");
    }

    private static PreparedStatement recorded(PreparedStatement statement, String sql, List<RecordedQuery> queries) {
        List<RecordedQuery.Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (method.getName().startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer) {
                parameters.add(new RecordedQuery.Parameter(method, Arrays.asList(arguments.clone())));
            } else if (method.getName().startsWith("execute")) {
                queries.add(new RecordedQuery(sql, List.copyOf(parameters)));
            }
            return result;
        });
    }

    private interface Then {
        @Nullable Object of(Method method, Object[] arguments, @Nullable Object result) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Then then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            try {
                return then.of(method, given, method.invoke(target, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
