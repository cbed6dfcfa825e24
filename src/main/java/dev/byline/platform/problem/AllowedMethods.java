package dev.byline.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods an address has, for {@code Allow} (RFC 9110): the framework says only that the one
 * asked for is not among them.
 */
@ApplicationScoped
class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]+}");

    @Inject BeanManager beans;

    private volatile List<Operation> operations;

    /** The methods at this path, such as {@code GET, HEAD}; empty when it has none. */
    String at(String path) {
        if (operations == null) {
            operations = find();
        }
        TreeSet<String> methods = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.path.matcher(path).matches()) {
                methods.add(operation.method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private List<Operation> find() {
        List<Operation> found = new ArrayList<>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path at = bean.getBeanClass().getAnnotation(Path.class);
            if (at != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    add(found, at.value(), method);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<Operation> found, String at, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? at : at + below.value();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                found.add(new Operation(http.value(), pattern(path)));
            }
        }
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
        return Pattern.compile(regex.append(Pattern.quote(template.substring(from))).toString());
    }

    private record Operation(String method, Pattern path) {}
}
