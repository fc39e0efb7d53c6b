package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.http.Request;

/**
 * The operations by method and path. A path is written with variables, {@code U/feeds/{K}}; of several that fit, the one added first
 * wins. Slashes at the end and doubled ones do not matter, since the Python client sends them.
 */
final class Routes {
    /** What each variable takes; a path with anything else is no path of the platform. */
    private static final Map<String, Pattern> VARIABLES = Map.of(
            "{U}", Pattern.compile("[A-Za-z0-9_-]+"),
            "{K}", Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)?"),
            "{G}", Pattern.compile("[A-Za-z0-9-]+"),
            "{D}", Pattern.compile("[A-Za-z0-9-]+"),
            "{id}", Pattern.compile("[A-Za-z0-9_-]+"),
            "{type}", Pattern.compile("[A-Za-z0-9_]+"));

    private final List<Route> routes = new ArrayList<>();

    private record Route(Set<String> methods, List<String> pattern, Operation operation) {}

    /** An operation with what its path says. */
    record Match(Operation operation, Map<String, String> variables) {}

    void get(String path, Operation operation) {
        routes.add(new Route(Set.of("GET"), List.of(path.split("/")), operation));
    }

    void post(String path, Operation operation) {
        routes.add(new Route(Set.of("POST"), List.of(path.split("/")), operation));
    }

    /** PUT and PATCH, which both change only what is sent. */
    void change(String path, Operation operation) {
        routes.add(new Route(Set.of("PUT", "PATCH"), List.of(path.split("/")), operation));
    }

    void delete(String path, Operation operation) {
        routes.add(new Route(Set.of("DELETE"), List.of(path.split("/")), operation));
    }

    /** Finds the operation of a request below {@code /api/v2}. */
    Optional<Match> find(Request request) {
        List<String> path = request.segments().stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.size() < 2 || !path.get(0).equals("api") || !path.get(1).equals("v2")) {
            return Optional.empty();
        }
        List<String> rest = path.subList(2, path.size());
        return routes.stream()
                .filter(route -> route.methods().contains(request.method()))
                .flatMap(route -> match(route, rest).stream())
                .findFirst();
    }

    private static Optional<Match> match(Route route, List<String> path) {
        if (route.pattern().size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = route.pattern().get(i);
            String actual = path.get(i);
            Pattern variable = VARIABLES.get(expected);
            if (variable == null
                    ? !expected.equals(actual)
                    : !variable.matcher(actual).matches()) {
                return Optional.empty();
            }
            if (variable != null) {
                variables.put(expected, actual);
            }
        }
        return Optional.of(new Match(route.operation(), variables));
    }

    /** The account a path names, whether there is such an account or not. */
    static Optional<String> username(Request request) {
        return Stream.of(request.path())
                .map(path -> path.replaceAll("/{2,}", "/").split("/"))
                .filter(path -> path.length > 3)
                .map(path -> path[3])
                .findFirst();
    }
}
