package dev.byline.delivery.reply;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** What one client gets of a copy; the same whether it was kept or has just been made. */
public record Answer(Copy copy, Copy.Form form, int status) {

    // Where Micrometer's binder looks, in the context of the request.
    private static final String TEMPLATE = "UrlPathTemplate";

    /** The bytes; null for {@code 304}. */
    public byte[] bytes() {
        return status == 304 ? null : form.buffer().getBytes();
    }

    /** Everything but the type and length of the body. */
    public void headers(BiConsumer<String, String> header) {
        if (form.etag() != null) {
            header.accept("ETag", form.etag());
        }
        copy.lifetime(header);
        if (status != 304 && form.encoding().token != null) {
            header.accept("Content-Encoding", form.encoding().token);
        }
        copy.headers().forEach(header);
    }

    /** How many bytes of body are sent. */
    public long length(HttpMethod method) {
        return status == 304 || method == HttpMethod.HEAD ? 0 : form.buffer().length();
    }

    /** Sets status and headers; {@code cacheStatus} is what RFC 9211 has to tell, or null. */
    public void head(RoutingContext context, String cacheStatus) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        headers(headers::set);
        if (cacheStatus != null) {
            headers.set("Cache-Status", cacheStatus);
        }
        response.setStatusCode(status);
        if (status == 304) {
            // As JAX-RS says it, for what has no body.
            headers.set(HttpHeaders.CONTENT_TYPE, copy.type() + ";charset=UTF-8");
            return;
        }
        if (copy.type() != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, copy.type());
        }
        // Without the length for HEAD, as when JAX-RS answers.
        if (context.request().method() != HttpMethod.HEAD) {
            headers.set(HttpHeaders.CONTENT_LENGTH, form.length());
        }
    }

    /** Sends it; statistics are told of which operation. */
    public void end(RoutingContext context) {
        Context current = Vertx.currentContext();
        if (copy.template() != null && VertxContext.isDuplicatedContext(current)) {
            current.putLocal(TEMPLATE, copy.template());
        }
        if (length(context.request().method()) == 0) {
            context.response().end();
        } else {
            context.response().end(form.buffer());
        }
    }
}
