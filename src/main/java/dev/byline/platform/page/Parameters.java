package dev.byline.platform.page;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that an operation declares. */
public final class Parameters {

    private static final Map<Method, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private Parameters() {}

    /** By name, with the default that OpenAPI tells; an empty text for none. */
    public static Map<String, String> of(Method method) {
        return KNOWN.computeIfAbsent(method, Parameters::declared);
    }

    private static Map<String, String> declared(Method method) {
        Map<String, String> found = new HashMap<>();
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            add(found, parameter, parameter.getName());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(found, field, field.getName());
                }
            }
        }
        return Map.copyOf(found);
    }

    private static void add(Map<String, String> found, AnnotatedElement element, String name) {
        RestQuery query = element.getAnnotation(RestQuery.class);
        if (query != null) {
            Parameter told = element.getAnnotation(Parameter.class);
            found.put(
                    query.value().isEmpty() ? name : query.value(),
                    told == null ? "" : told.schema().defaultValue());
        }
    }
}
