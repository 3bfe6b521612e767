package cn.dabiao.app.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;

/** Requests of one operation: good ones, ones that are broken in one part, and some in all. */
final class Requests {

    /** A whole county, over and over: it is not asked for by whom it is made for. */
    private static final String DEMO = "createDemo";

    private final Shapes shapes;
    private final Bodies bodies;
    private final Map<String, List<String>> clients;

    /** @param clients by role */
    Requests(Contract contract, Known known, Map<String, List<String>> clients) {
        this.shapes = new Shapes(contract, known);
        this.bodies = new Bodies(shapes, known);
        this.clients = clients;
    }

    Arbitrary<FuzzRequest> of(Contract.Operation operation) {
        Arbitrary<String> permitted = clients(operation.roles());
        Arbitrary<String> anybody = clients(clients.keySet()).injectNull(0.2).map(client -> client == null ? "" : client);
        Arbitrary<String> callers = operation.id().equals(DEMO) ? anybody.filter(client -> !client.equals("operator")) : permitted;
        Parts good = new Parts(callers, path(operation, 0), query(operation, 0), headers(operation), bodies.good(operation));
        List<Tuple.Tuple2<Integer, Arbitrary<FuzzRequest>>> kinds = new ArrayList<>();
        kinds.add(Tuple.of(6, good.request(operation)));
        if (!operation.bodies().isEmpty()) {
            kinds.add(Tuple.of(5, good.with(bodies.broken(operation)).request(operation)));
        }
        kinds.add(Tuple.of(2, good.withPath(path(operation, 0.5)).request(operation)));
        kinds.add(Tuple.of(2, good.withQuery(query(operation, 0.5)).request(operation)));
        kinds.add(Tuple.of(2, good.withHeaders(oddHeaders(operation)).request(operation)));
        if (!operation.id().equals(DEMO)) {
            kinds.add(Tuple.of(1, new Parts(anybody, good.path, good.query, good.headers, good.body).request(operation)));
        }
        kinds.add(Tuple.of(1, new Parts(
                        callers, path(operation, 0.3), query(operation, 0.3), oddHeaders(operation), bodies.broken(operation))
                .request(operation)));
        return Arbitraries.frequencyOf(kinds);
    }

    private record Parts(
            Arbitrary<String> client,
            Arbitrary<String> path,
            Arbitrary<String> query,
            Arbitrary<List<Map.Entry<String, String>>> headers,
            Arbitrary<Bodies.Body> body) {

        Parts with(Arbitrary<Bodies.Body> other) {
            return new Parts(client, path, query, headers, other);
        }

        Parts withPath(Arbitrary<String> other) {
            return new Parts(client, other, query, headers, body);
        }

        Parts withQuery(Arbitrary<String> other) {
            return new Parts(client, path, other, headers, body);
        }

        Parts withHeaders(Arbitrary<List<Map.Entry<String, String>>> other) {
            return new Parts(client, path, query, other, body);
        }

        Arbitrary<FuzzRequest> request(Contract.Operation operation) {
            return Combinators.combine(client, path, query, headers, body).as((who, where, what, how, content) -> {
                List<Map.Entry<String, String>> all = new ArrayList<>(how);
                if (!content.type().isEmpty()) {
                    all.add(Map.entry("Content-Type", content.type()));
                }
                return new FuzzRequest(operation, who, where + what, all, content.bytes());
            });
        }
    }

    private Arbitrary<String> clients(Set<String> roles) {
        return Arbitraries.of(roles.stream().sorted().flatMap(role -> clients.getOrDefault(role, List.of()).stream()).toList());
    }

    /** @param odd how probable an odd value is */
    private Arbitrary<String> path(Contract.Operation operation, double odd) {
        List<Contract.Parameter> variables = in(operation, "path");
        List<Arbitrary<String>> values = variables.stream()
                .map(variable -> value(operation, variable, odd, Requests::oddSegment))
                .toList();
        return Combinators.combine(values).as(filled -> {
            String path = operation.path();
            for (int i = 0; i < filled.size(); i++) {
                path = path.replace("{" + variables.get(i).name() + "}", filled.get(i));
            }
            return path;
        });
    }

    private Arbitrary<String> query(Contract.Operation operation, double odd) {
        List<Arbitrary<String>> given = new ArrayList<>();
        for (Contract.Parameter parameter : in(operation, "query")) {
            Arbitrary<String> value = value(operation, parameter, odd, random -> encoded(OddText.brief(random)));
            given.add(value.map(text -> parameter.name() + "=" + text).injectNull(parameter.required() ? 0.05 : 0.65));
        }
        if (odd > 0) {
            given.add(Arbitraries.<String>randomValue(random -> oddQuery(operation, random)).injectNull(0.4));
        }
        return Combinators.combine(given).as(pairs -> {
            String query = pairs.stream().filter(pair -> pair != null).collect(Collectors.joining("&"));
            return query.isEmpty() ? "" : "?" + query;
        });
    }

    private Arbitrary<String> value(
            Contract.Operation operation,
            Contract.Parameter parameter,
            double odd,
            Function<Random, String> oddity) {
        // To rebuild what is there takes long, and others look at it.
        String name = operation.id().endsWith("ebuild") || operation.id().equals("rebuildProjection") ? "" : parameter.name();
        Arbitrary<String> good = shapes.of(name, parameter.schema()).map(Requests::plain).map(Requests::encoded);
        return odd == 0
                ? good
                : Arbitraries.frequencyOf(
                        Tuple.of((int) (100 - 100 * odd), good),
                        Tuple.of((int) (100 * odd), Arbitraries.randomValue(oddity)));
    }

    private static String oddQuery(Contract.Operation operation, Random random) {
        List<Contract.Parameter> parameters = in(operation, "query");
        String name = parameters.isEmpty() ? "limit" : parameters.get(random.nextInt(parameters.size())).name();
        return switch (random.nextInt(10)) {
            case 0 -> name + "=1&" + name + "=1";
            case 1 -> encoded(OddText.brief(random)) + "=" + encoded(OddText.brief(random));
            case 2 -> name;
            case 3 -> name + "=%zz";
            case 4 -> name + "=%ff%fe";
            case 5 -> "&&=&" + name + "=";
            case 6 -> "x=1&".repeat(1 + random.nextInt(1500)).substring(4);
            case 7 -> name + "=" + "9".repeat(1 + random.nextInt(40));
            case 8 -> name + "[]=1&" + name + ".x=2";
            default -> name + "=eyJhIjoxfQ" + encoded(OddText.brief(random));
        };
    }

    private static String oddSegment(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> OddText.brief(random).chars().filter(c -> c > ' ' && c < 0x7f && c != '#' && c != '?')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            case 1 -> "%c3%28";
            case 2 -> Long.toString(random.nextLong());
            case 3 -> Integer.toString(random.nextInt(200) - 50);
            default -> encoded(OddText.brief(random));
        };
    }

    private Arbitrary<List<Map.Entry<String, String>>> headers(Contract.Operation operation) {
        boolean conditional = operation.parameters().stream().anyMatch(parameter -> parameter.name().equals("If-Match"));
        return Arbitraries.randomValue(random -> {
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            if (conditional && random.nextInt(20) > 0) {
                headers.add(Map.entry("If-Match", FuzzRequest.CURRENT));
            }
            if (random.nextInt(3) == 0) {
                headers.add(Map.entry("Accept-Language", random.nextBoolean() ? "en" : "zh-CN,zh;q=0.9,en;q=0.1"));
            }
            List<String> types = operation.responses().entrySet().stream()
                    .filter(response -> response.getKey() < 300)
                    .flatMap(response -> response.getValue().contents().keySet().stream())
                    .toList();
            if (random.nextInt(3) == 0 && !types.isEmpty()) {
                headers.add(Map.entry("Accept", types.get(random.nextInt(types.size()))));
            }
            return headers;
        });
    }

    private Arbitrary<List<Map.Entry<String, String>>> oddHeaders(Contract.Operation operation) {
        return Combinators.combine(headers(operation), Arbitraries.<Map.Entry<String, String>>randomValue(OddHeaders::any).list().ofMinSize(1).ofMaxSize(3))
                .as((good, odd) -> {
                    List<Map.Entry<String, String>> all = new ArrayList<>(good);
                    odd.forEach(header -> all.removeIf(other -> other.getKey().equals(header.getKey())));
                    all.addAll(odd);
                    return all;
                });
    }

    private static List<Contract.Parameter> in(Contract.Operation operation, String place) {
        return operation.parameters().stream().filter(parameter -> parameter.in().equals(place)).toList();
    }

    private static String plain(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
