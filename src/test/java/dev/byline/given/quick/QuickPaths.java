package dev.byline.given.quick;

import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.hamcrest.Matcher;

/**
 * Answers plain paths in replies without REST Assured, which compiles and loads a Groovy class for
 * each. What does not match is asked again in its way, and fails in its words.
 */
public final class QuickPaths implements OrderedFilter {

    /** Around all others, which may copy the reply. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification spec,
            FilterContext context) {
        Response reply = context.next(request, spec);
        String type = reply.contentType();
        return type != null && type.contains("json")
                ? (Response) new Quick(reply).around(reply, Response.class)
                : reply;
    }

    private static final class Quick {

        private final Response reply;
        private Optional<Gpath> json;

        Quick(Response reply) {
            this.reply = reply;
        }

        Object around(Object target, Class<?> type) {
            return Proxy.newProxyInstance(
                    QuickPaths.class.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> {
                        Optional<Gpath.Found> found = find(method, arguments);
                        if (found.isPresent()) {
                            if (method.getName().equals("path")) {
                                return found.get().value();
                            }
                            if (((Matcher<?>) arguments[1]).matches(found.get().value())) {
                                return self;
                            }
                        }
                        Object result = invoke(target, method, arguments);
                        return result == target ? self : wrapped(result);
                    });
        }

        private Object wrapped(Object result) {
            if (result instanceof ValidatableResponse) {
                return around(result, ValidatableResponse.class);
            }
            return result instanceof ExtractableResponse
                    ? around(result, ExtractableResponse.class)
                    : result;
        }

        /** What is at the path, if this is {@code path(path)} or {@code body(path, matcher)}. */
        private Optional<Gpath.Found> find(Method method, Object[] arguments) {
            boolean asks =
                    arguments != null
                            && arguments.length > 0
                            && arguments[0] instanceof String
                            && arguments[arguments.length - 1] instanceof Object[] more
                            && more.length == 0
                            && (method.getName().equals("path")
                                    ? arguments.length == 2
                                    : method.getName().equals("body")
                                            && arguments.length == 3
                                            && arguments[1] instanceof Matcher);
            if (!asks) {
                return Optional.empty();
            }
            if (json == null) {
                json = Gpath.of(reply.asString());
            }
            return json.flatMap(known -> known.at((String) arguments[0]));
        }

        private static Object invoke(Object target, Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
