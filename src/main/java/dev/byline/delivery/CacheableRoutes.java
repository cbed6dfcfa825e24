package dev.byline.delivery;

import dev.byline.delivery.cache.RequestKeys;
import dev.byline.platform.http.Routes;
import dev.byline.platform.page.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The public reads whose replies are kept, with their parameters, as the annotations say. */
@ApplicationScoped
class CacheableRoutes implements RequestKeys {

    private static final String ANY = "{";
    private static final int LONGEST_QUERY = 2000;

    @Inject BeanManager beans;

    private volatile List<Route> routes;

    private record Route(
            String template, String[] segments, Map<String, String> parameters, boolean kept) {

        boolean at(String[] path) {
            if (path.length != segments.length) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                if (!segments[i].equals(ANY) && !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        long variables() {
            return Arrays.stream(segments).filter(ANY::equals).count();
        }
    }

    @Override
    public String of(String path, String query) {
        Route route = at(path.split("/", -1));
        if (route == null || !route.kept) {
            return null;
        }
        return query == null ? path : normal(path, query, route.parameters);
    }

    @Override
    public String template(String path) {
        Route route = at(path.split("/", -1));
        return route == null ? null : route.template;
    }

    // The values stay as they are spelt: to decode them as JAX-RS will is its own affair.
    private static String normal(String path, String query, Map<String, String> known) {
        if (query.length() > LONGEST_QUERY) {
            return null;
        }
        Set<String> names = new TreeSet<>();
        Set<String> given = new TreeSet<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            // Such a request is refused, and refusals are not kept.
            if (equals < 0
                    || equals == part.length() - 1
                    || !known.containsKey(name)
                    || !names.add(name)) {
                return null;
            }
            given.add(part);
        }
        // What ids exclude they exclude spelt out as well.
        if (!names.contains("ids")) {
            known.forEach((name, byDefault) -> given.remove(name + "=" + byDefault));
        }
        return given.isEmpty() ? path : path + "?" + String.join("&", given);
    }

    private Route at(String[] path) {
        List<Route> all = routes;
        if (all == null) {
            all = find();
            routes = all;
        }
        for (Route route : all) {
            if (route.at(path)) {
                return route;
            }
        }
        return null;
    }

    // Those that are not kept count as well: a word goes before a parameter at the same place.
    private List<Route> find() {
        List<Route> found = new ArrayList<>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                Routes.of(method)
                        .filter(route -> route.method().equals("GET"))
                        .map(route -> route(route, method))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Route::variables));
        return List.copyOf(found);
    }

    private static Route route(Routes.Route route, Method method) {
        Cacheable cacheable = method.getAnnotation(Cacheable.class);
        String[] segments = route.template().split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segments[i].startsWith(ANY) ? ANY : segments[i];
        }
        return new Route(
                route.template(),
                segments,
                Parameters.of(method),
                cacheable != null && cacheable.kept());
    }
}
