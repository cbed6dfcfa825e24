package dev.byline.delivery.reply;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** What one client gets of a copy; the same whether it was kept or has just been made. */
public record Answer(Copy copy, Copy.Form form, int status) {

    /** The bytes; null for {@code 304}. */
    public byte[] bytes() {
        return status == 304 ? null : form.buffer().getBytes();
    }

    /** Everything but the type and length of the body. */
    public void headers(BiConsumer<String, String> header) {
        if (form.etag() != null) {
            header.accept("ETag", form.etag());
        }
        String cacheControl = copy.cacheControl();
        if (cacheControl != null) {
            header.accept("Cache-Control", cacheControl);
        }
        if (status != 304 && form.encoding().token != null) {
            header.accept("Content-Encoding", form.encoding().token);
        }
        copy.headers().forEach(header);
    }

    /** Sends it from the event loop; {@code status} is what RFC 9211 has to tell, or null. */
    public void send(RoutingContext context, String cacheStatus) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        headers(headers::set);
        if (cacheStatus != null) {
            headers.set("Cache-Status", cacheStatus);
        }
        response.setStatusCode(status);
        if (status == 304) {
            // As JAX-RS says it, for what has no body.
            headers.set("Content-Type", copy.type() + ";charset=UTF-8");
            response.end();
            return;
        }
        if (copy.type() != null) {
            headers.set("Content-Type", copy.type());
        }
        if (context.request().method() == HttpMethod.HEAD) {
            // Without the length, as when JAX-RS answers.
            response.end();
        } else {
            headers.set("Content-Length", form.length());
            response.end(form.buffer());
        }
    }
}
