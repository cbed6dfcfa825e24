package dev.byline.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Developed;
import dev.byline.media.lab.Lab;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Credits;
import dev.byline.media.metadata.Embedded;
import dev.byline.media.rendition.Header;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.BadJson;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
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

    private static final int BUFFER = 64 * 1024;

    @Inject Lab lab;
    @Inject Archive archive;
    @Inject Media.Repo media;
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
        Received received = receive(part(call, FileUpload.class), part(call, String.class));
        context.put(RECEIVED, received);
        context.put(Idempotent.BODY, List.of(received.sha256(), String.valueOf(received.typed())));
        try {
            return call.proceed();
        } finally {
            if (received.developed() != null && context.get(KEPT) == null) {
                discard(received.id(), received.developed());
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
        byte[] hash = hash(file.uploadedFile());
        UUID id = Aggregate.newId();
        boolean known =
                QuarkusTransaction.requiringNew().call(() -> media.withContent(hash).isPresent());
        Embedded embedded = Embedded.NOTHING;
        Developed developed = null;
        if (!known) {
            Header header = lab.inspect(file.uploadedFile());
            embedded = embedded(file.uploadedFile());
            developed = develop(id, file.uploadedFile(), header, embedded, input);
        }
        return new Received(
                id,
                hash,
                FileNames.clean(file.fileName()),
                input,
                metadata == null ? null : json(input),
                embedded,
                developed);
    }

    private Developed develop(
            UUID id, Path file, Header header, Embedded embedded, MediaInput input) {
        Media draft = new Media();
        draft.describe(embedded, input);
        Credits credits = draft.credits();
        Developed developed =
                lab.develop(
                        id,
                        file,
                        header,
                        embedded.orientation(),
                        credits,
                        draft.focalPoint().focus());
        try {
            archive.keepOriginal(id, file);
            return developed;
        } catch (RuntimeException e) {
            discard(id, developed);
            throw e;
        }
    }

    private void discard(UUID id, Developed developed) {
        archive.remove(id, developed.renditions().stream().map(Rendition::name).toList());
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

    private static Embedded embedded(Path file) {
        try {
            return Embedded.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static <T> T part(InvocationContext call, Class<T> type) {
        for (Object argument : call.getParameters()) {
            if (type.isInstance(argument)) {
                return type.cast(argument);
            }
        }
        return null;
    }
}
