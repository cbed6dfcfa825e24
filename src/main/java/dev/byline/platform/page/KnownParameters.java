package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.InvalidText;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not declare, repeats of those it does, and
 * unclean text.
 */
class KnownParameters {

    private static final int MOST = 50;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> declared =
                known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        Flaws flaws = new Flaws();
        given.entrySet().stream()
                .limit(MOST)
                .forEach(entry -> check(entry.getKey(), entry.getValue(), declared, flaws));
        flaws.refuse();
    }

    private static void check(String name, List<String> values, Set<String> declared, Flaws flaws) {
        if (!declared.contains(name)) {
            flaws.in(shown(name), Flaw.UNKNOWN, "is not a parameter here");
        } else if (values.size() > 1) {
            flaws.in(name, Flaw.REPEATED, "is given more than once");
        } else if (values.get(0) == null || values.get(0).isEmpty()) {
            flaws.in(name, Flaw.MALFORMED, "must not be empty");
        } else if (values.get(0).matches("(?s).*[\\n\\r\\t].*")) {
            flaws.in(name, Flaw.INVALID_TEXT, "must be one line");
        } else {
            try {
                // U+FFFD is what the HTTP layer puts for bytes that are no UTF-8.
                if (InvalidText.refuse(values.get(0)).indexOf('\uFFFD') >= 0) {
                    flaws.in(name, Flaw.INVALID_TEXT, "is not UTF-8");
                }
            } catch (InvalidText e) {
                flaws.in(name, Flaw.INVALID_TEXT, e.getMessage());
            }
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return clean.length() > 60 ? clean.substring(0, 60) : clean;
    }

    private static Set<String> declared(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            RestQuery query = parameter.getAnnotation(RestQuery.class);
            if (query != null) {
                names.add(name(query, parameter.getName()));
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    RestQuery member = field.getAnnotation(RestQuery.class);
                    if (member != null) {
                        names.add(name(member, field.getName()));
                    }
                }
            }
        }
        return names;
    }

    private static String name(RestQuery query, String byDefault) {
        return query.value().isEmpty() ? byDefault : query.value();
    }
}
