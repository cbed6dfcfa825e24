package dev.byline.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record Page<T>(
        @Schema(required = true) List<T> items,
        @Schema(required = true) @JsonProperty("page") Info info) {

    /**
     * Where the page stands in its list; {@code next} and {@code prev} only when there is such a
     * page.
     */
    @Schema(name = "PageInfo")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Info(
            @Schema(required = true, minimum = "1", maximum = "100") int limit,
            @Schema(description = "Cursor of the next page") String next,
            @Schema(description = "Cursor of the previous page") String prev,
            @Schema(description = "Number of items in all pages, with `total=true`") Long total) {}

    /** The same page of other items. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), info);
    }
}
