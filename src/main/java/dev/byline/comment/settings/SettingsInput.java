package dev.byline.comment.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words and thresholds of moderation as an administrator sets them; what is absent is default. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "CommentSettingsInput",
        description = "Words and thresholds of moderation. An absent member has its default.")
public record SettingsInput(
        @Schema(
                        description = "Days after publication until comments close; 0 for never",
                        defaultValue = "30")
                @Min(0)
                @Max(36_500)
                Integer closeAfterDays,
        @Schema(
                        description = "Minutes in which readers may change their own comment",
                        defaultValue = "5")
                @Min(0)
                @Max(1440)
                Integer editMinutes,
        @Schema(description = "What the form says to readers") @Size(max = 1000) String notice,
        @Schema(description = "What readers must agree to; nothing when absent") @Size(max = 1000)
                String consentText,
        @Schema(description = "More links than these hold a comment", defaultValue = "2")
                @Min(0)
                @Max(100)
                Integer maxLinks,
        @Schema(
                        description =
                                "So many approved comments a reader needs before new ones appear at"
                                        + " once; 0 trusts everybody",
                        defaultValue = "0")
                @Min(0)
                @Max(100)
                Integer newcomerComments,
        @Schema(description = "A form filled in faster than this is held", defaultValue = "3")
                @Min(0)
                @Max(600)
                Integer minFillSeconds,
        @Schema(
                        description = "Whether a comment without a form token is held",
                        defaultValue = "false")
                Boolean formTokenRequired,
        @Schema(
                        description = "Share of capital letters, in per cent, that holds a comment",
                        defaultValue = "70")
                @Min(1)
                @Max(101)
                Integer maxCapitals,
        @Schema(description = "Words and phrases that hold a comment") @Size(max = 2000)
                List<@NotBlank @Size(max = 100) String> suspectWords,
        @Schema(description = "Words and phrases that reject a comment") @Size(max = 2000)
                List<@NotBlank @Size(max = 100) String> bannedWords,
        @Schema(description = "Reports by readers that hold a visible comment", defaultValue = "3")
                @Min(1)
                @Max(1000)
                Integer reportsToHold,
        @Schema(
                        description =
                                "Comments of one e-mail address in ten minutes beyond which they are"
                                        + " held",
                        defaultValue = "10")
                @Min(1)
                @Max(10_000)
                Integer perEmail,
        @Schema(
                        description =
                                "Comments of one address block in ten minutes beyond which they are"
                                        + " held",
                        defaultValue = "30")
                @Min(1)
                @Max(100_000)
                Integer perBlock,
        @Valid Quota quota) {

    /** How many comments one address block may post. */
    @Schema(name = "CommentQuota", description = "Beyond it posting is refused with `429`")
    public record Quota(
            @Schema(required = true, defaultValue = "60") @Min(1) @Max(1_000_000) int comments,
            @Schema(required = true, defaultValue = "10") @Min(1) @Max(1440) int minutes) {}

    static final SettingsInput NONE =
            new SettingsInput(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null);
}
