package dev.byline.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.platform.http.Paths;
import dev.byline.platform.idempotency.Replies.Kept;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.secret.Secrets;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Replays, refuses or keeps; see {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(IdempotentInterceptor.INSIDE_TRANSACTION)
class IdempotentInterceptor {

    // @Transactional is PLATFORM_BEFORE + 200.
    static final int INSIDE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 300;

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");
    private static final String ANONYMOUS = "anonymous";
    private static final int REFUSED = 400;

    @Inject Replies replies;
    @Inject ObjectMapper mapper;
    @Inject Secrets secrets;
    @Inject SecurityIdentity identity;
    @Inject RoutingContext context;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest request = context.request();
        Optional<String> given = key(request.headers().getAll(Idempotent.HEADER));
        if (given.isEmpty()) {
            return call.proceed();
        }
        ReplyKey key =
                new ReplyKey(
                        secrets.derive("idempotency"),
                        caller(request),
                        request.method().name(),
                        request.path(),
                        given.get());
        if (!replies.alone(key)) {
            throw Problem.DUPLICATE_IN_FLIGHT
                    .because(Problem.DUPLICATE_IN_FLIGHT.explanation())
                    .with("Retry-After", 1);
        }
        byte[] fingerprint = key.fingerprint(body(call));
        Optional<Kept> kept = replies.find(key);
        if (kept.isPresent()) {
            return replay(key, kept.get(), fingerprint);
        }
        return keep(key, fingerprint, (RestResponse<?>) call.proceed());
    }

    private static Optional<String> key(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        Flaws flaws = new Flaws();
        if (headers.size() > 1) {
            flaws.in(Idempotent.HEADER, Flaw.REPEATED, "is given more than once");
        } else if (!PRINTABLE.matcher(headers.get(0)).matches()) {
            flaws.in(
                    Idempotent.HEADER,
                    Flaw.MALFORMED,
                    "must be 1 to 255 printable ASCII characters");
        }
        flaws.refuse();
        return Optional.of(headers.get(0));
    }

    // A public reply never depends on Authorization, so there the caller is nobody.
    private String caller(HttpServerRequest request) {
        return Paths.newsroom(request.path()) ? identity.getPrincipal().getName() : ANONYMOUS;
    }

    private RestResponse<?> replay(ReplyKey key, Kept kept, byte[] fingerprint) {
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw Problem.IDEMPOTENCY_KEY_REUSED.because(
                    Problem.IDEMPOTENCY_KEY_REUSED.explanation());
        }
        return Reply.read(key.decrypt(kept.reply()), mapper).response();
    }

    private RestResponse<?> keep(ReplyKey key, byte[] fingerprint, RestResponse<?> response)
            throws JsonProcessingException {
        if (response.getStatus() >= REFUSED) {
            return response;
        }
        Reply reply = Reply.of(response, mapper);
        replies.keep(key, new Kept(fingerprint, key.encrypt(mapper.writeValueAsBytes(reply))));
        return reply.response();
    }

    /**
     * The body as bound: JAX-RS parameters have an annotation of its or of RESTEasy, the body none.
     */
    private byte[] body(InvocationContext call) throws JsonProcessingException {
        Parameter[] parameters = call.getMethod().getParameters();
        List<Object> bodies = new ArrayList<>();
        Object told = context.get(Idempotent.BODY);
        if (told != null) {
            bodies.add(told);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!annotated(parameters[i])) {
                bodies.add(call.getParameters()[i]);
            }
        }
        return mapper.writeValueAsBytes(bodies);
    }

    private static boolean annotated(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.")) {
                return true;
            }
        }
        return false;
    }
}
