package dev.byline.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the audit as administrators read it. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,
        @Schema(required = true) Outcome outcome,
        @Schema(required = true, description = "Of the reply", examples = "200") int status,
        @Schema(description = "The caller; absent when nobody valid called") Who who,
        @Schema(required = true, description = "The operation's id", examples = "publishArticle")
                String what,
        @Schema(description = "What it was done to") Item item,
        @Schema(description = "The version that the caller had read") Long fromVersion,
        @Schema(description = "The version that the item has since") Long toVersion,
        @Schema(
                        required = true,
                        description = "Network that the call came from, without the host",
                        examples = "203.0.113.0/24")
                String address,
        @Schema(required = true, description = "As in the reply's Trace-Id") String traceId) {

    /** A caller as it was then: a key's name may have been given to another since. */
    @Schema(name = "AuditCaller")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            @Schema(required = true, examples = "key:0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55")
                    String id,
            String name) {}

    /** An item of the newsroom. */
    @Schema(name = "AuditItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(required = true, description = "Its collection", examples = "articles")
                    String kind,
            @Schema(description = "Its id; absent when the call was for all of them") String id) {}
}
