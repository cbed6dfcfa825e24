package dev.byline.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operations of the API by address, as the resources' annotations give them. */
@ApplicationScoped
public class Routes {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]+}");

    @Inject BeanManager beans;

    private volatile List<Route> routes;

    /** The methods that an address has, such as {@code GET, HEAD}, for {@code Allow} (RFC 9110). */
    public String methods(String path) {
        TreeSet<String> methods = new TreeSet<>();
        at(path).map(Route::method).forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    /** The operation that a request is for. */
    public Optional<Route> find(String method, String path) {
        String called = method.equals("HEAD") ? "GET" : method;
        return at(path).filter(route -> route.method.equals(called)).findFirst();
    }

    private Stream<Route> at(String path) {
        if (routes == null) {
            routes = find();
        }
        return routes.stream().filter(route -> route.path.matcher(path).matches());
    }

    private List<Route> find() {
        List<Route> found = new ArrayList<>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                of(method).ifPresent(found::add);
            }
        }
        // A word goes before a parameter at the same place.
        found.sort(Comparator.comparing(route -> route.path.pattern().contains("[^/]+")));
        return List.copyOf(found);
    }

    /** The operation that a resource's method is; empty for any other method. */
    public static Optional<Route> of(Method method) {
        Path at = method.getDeclaringClass().getAnnotation(Path.class);
        if (at == null) {
            return Optional.empty();
        }
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? at.value() : at.value() + below.value();
        Operation operation = method.getAnnotation(Operation.class);
        String id = operation == null ? method.getName() : operation.operationId();
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst()
                .map(http -> new Route(http, path, pattern(path), id));
    }

    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int from = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(template.substring(from, parameter.start())));
            regex.append("[^/]+");
            from = parameter.end();
        }
        // JAX-RS takes a slash at the end for none.
        return Pattern.compile(
                regex.append(Pattern.quote(template.substring(from))).append("/?").toString());
    }

    /** An operation: its method, the template of its address, and its id in OpenAPI. */
    public record Route(String method, String template, Pattern path, String operationId) {}
}
