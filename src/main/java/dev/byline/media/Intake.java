package dev.byline.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.BadJson;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Parameter;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Reads an upload and makes its files before the transaction begins: seconds of work must hold no
 * connection to the database. The method finds the outcome as {@link Received} in the request; what
 * it does not keep is removed again.
 */
@Intake.First
@Interceptor
@Priority(Intake.OUTSIDE_TRANSACTION)
class Intake {

    // @Transactional is PLATFORM_BEFORE + 200.
    static final int OUTSIDE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;
    static final String RECEIVED = "byline.media.received";
    static final String KEPT = "byline.media.kept";

    @Inject Reception reception;
    @Inject MergePatch patches;
    @Inject ObjectMapper mapper;
    @Inject RoutingContext context;

    /** Marks the method that takes uploads. */
    @InterceptorBinding
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface First {}

    @AroundInvoke
    Object take(InvocationContext call) throws Exception {
        Received received =
                receive((FileUpload) part(call, "file"), (String) part(call, "metadata"));
        context.put(RECEIVED, received);
        context.put(
                Idempotent.BODY,
                List.of(
                        received.sha256(),
                        String.valueOf(received.typed()),
                        String.valueOf(context.request().getParam("provenance"))));
        try {
            return call.proceed();
        } finally {
            if (received.developed() != null && context.get(KEPT) == null) {
                reception.discard(received);
            }
        }
    }

    private Received receive(FileUpload file, String metadata) {
        if (file == null) {
            Flaws flaws = new Flaws();
            flaws.at("/file", Flaw.REQUIRED, "is a part that every upload has");
            flaws.refuse();
        }
        MediaInput input = metadata == null ? MediaInput.NOTHING : input(metadata);
        return reception.receive(
                file.uploadedFile(),
                FileNames.clean(file.fileName()),
                input,
                metadata == null ? null : json(input));
    }

    private MediaInput input(String metadata) {
        try {
            return patches.bind(MediaInput.class, mapper.readTree(metadata)).checked();
        } catch (JsonProcessingException e) {
            throw BadJson.problem(e);
        }
    }

    private String json(MediaInput input) {
        try {
            return mapper.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object part(InvocationContext call, String name) {
        Parameter[] parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            RestForm part = parameters[i].getAnnotation(RestForm.class);
            if (part != null && part.value().equals(name)) {
                return call.getParameters()[i];
            }
        }
        return null;
    }
}
