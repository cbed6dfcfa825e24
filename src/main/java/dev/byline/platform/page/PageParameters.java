package dev.byline.platform.page;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters that every list takes, as given; {@link Paging} judges them. */
public record PageParameters(
        @RestQuery
                @Parameter(
                        description = "Number of items on a page",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20"))
                String limit,
        @RestQuery
                @Parameter(
                        description =
                                "`page.next` or `page.prev` of an earlier reply to the same list",
                        schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 400))
                String cursor,
        @RestQuery
                @Parameter(
                        description = "Whether to count the items of all pages as well",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String total) {}
