package dev.byline.media.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.platform.openapi.Told;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who made a picture and on which terms it may be shown; members mean what the IPTC Photo Metadata
 * Standard says.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "Who made it and on which terms it may be shown (IPTC Photo Metadata Standard)")
public record Attribution(
        @Told
                @Schema(
                        description =
                                "Ready to print; in replies always there, computed where nobody wrote one",
                        examples = "\"Jane Doe/Reuters\"")
                @Size(max = MAX_LINE)
                String creditLine,
        @Size(max = MAX_CREATORS) List<@NotNull @Valid Creator> creators,
        @Schema(description = "Who supplied it", examples = "\"Reuters\"") @Size(max = MAX_LINE)
                String source,
        @Schema(examples = "\"© 2026 Jane Doe\"") @Size(max = MAX_NOTICE) String copyrightNotice,
        @Size(max = MAX_LINE) String copyrightHolder,
        @Size(max = MAX_TERMS) String usageTerms,
        @Valid Licence licence,
        @Schema(description = "Whether the credit must stand beside the picture")
                Boolean mustDisplay,
        @Schema(
                        description = "How it came about, a term of the IPTC Digital Source Type",
                        examples =
                                "\"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\"")
                @Pattern(regexp = WEB_URL, message = WEB_URL_RULE)
                String digitalSourceType) {

    public static final int MAX_LINE = 300;
    public static final int MAX_NOTICE = 1_000;
    public static final int MAX_TERMS = 5_000;
    public static final int MAX_CREATORS = 30;
    static final int MAX_NAME = 200;
    static final String WEB_URL = "(?i:https?)://[^\\s<>\"]{1,1990}";
    static final String WEB_URL_RULE =
            "must be an absolute http(s) URL of at most 2,000 characters";

    public static final Attribution NONE =
            new Attribution(null, List.of(), null, null, null, null, null, null, null);

    /** Somebody who had a part in making it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MediaCreator")
    public record Creator(
            @Schema(required = true) @NotBlank @Size(max = MAX_NAME) String name,
            @Schema(examples = "\"photographer\"") @Size(max = MAX_NAME) String role) {}

    /** The licence: its name, its text, and where to get one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MediaLicence")
    public record Licence(
            @Schema(examples = "\"CC BY 4.0\"") @Size(max = MAX_LINE) String name,
            @Schema(description = "The licence's text or web statement")
                    @Pattern(regexp = WEB_URL, message = WEB_URL_RULE)
                    String url,
            @Schema(description = "Where a licence can be acquired")
                    @Pattern(regexp = WEB_URL, message = WEB_URL_RULE)
                    String acquireUrl) {

        private static final java.util.regex.Pattern CREATIVE_COMMONS =
                java.util.regex.Pattern.compile(
                        "https?://creativecommons\\.org/(?:licenses/([a-z-]+)/([0-9.]+)"
                                + "|publicdomain/(zero|mark)/([0-9.]+))(?:[/?#].*)?");

        /** The name of a licence that its address alone identifies, or null. */
        static String nameAt(String url) {
            Matcher known =
                    CREATIVE_COMMONS.matcher(url == null ? "" : url.toLowerCase(Locale.ROOT));
            if (!known.matches()) {
                return null;
            }
            if (known.group(1) != null) {
                return "CC " + known.group(1).toUpperCase(Locale.ROOT) + " " + known.group(2);
            }
            String name = known.group(3).equals("zero") ? "CC0 " : "Public Domain Mark ";
            return name + known.group(4);
        }

        private Licence over(Licence other) {
            return other == null
                    ? this
                    : new Licence(
                            first(name, other.name),
                            first(url, other.url),
                            first(acquireUrl, other.acquireUrl));
        }
    }

    public Attribution {
        creators = creators == null ? List.of() : Collections.unmodifiableList(creators);
    }

    /** This, and where it says nothing, what the other says. */
    public Attribution over(Attribution other) {
        return new Attribution(
                first(
                        creditLine,
                        creators.isEmpty() || !namesMaker(other) ? other.creditLine : null),
                creators.isEmpty() ? other.creators : creators,
                first(source, other.source),
                first(copyrightNotice, other.copyrightNotice),
                first(copyrightHolder, other.copyrightHolder),
                first(usageTerms, other.usageTerms),
                licence == null ? other.licence : licence.over(other.licence),
                mustDisplay == null ? other.mustDisplay : mustDisplay,
                first(digitalSourceType, other.digitalSourceType));
    }

    // Whoever is named anew must not be printed beside the name that was wrong.
    private static boolean namesMaker(Attribution other) {
        return other.creditLine != null
                && other.creators.stream()
                        .anyMatch(maker -> CreditLine.mentions(other.creditLine, maker.name()));
    }

    /** This with a credit line that is ready to print. */
    public Attribution printed() {
        return new Attribution(
                CreditLine.of(this),
                creators,
                source,
                copyrightNotice,
                copyrightHolder,
                usageTerms,
                licence,
                mustDisplay,
                digitalSourceType);
    }

    /** Whether it names a licence in any way. */
    public boolean licensed() {
        return licence != null
                && (licence.name != null || licence.url != null || licence.acquireUrl != null);
    }

    /** The names of the members that say something, for records of where each came from. */
    public Map<String, Object> filled() {
        Map<String, Object> names = new LinkedHashMap<>();
        add(names, "creditLine", creditLine);
        add(names, "creators", creators.isEmpty() ? null : creators);
        add(names, "source", source);
        add(names, "copyrightNotice", copyrightNotice);
        add(names, "copyrightHolder", copyrightHolder);
        add(names, "usageTerms", usageTerms);
        add(names, "licence", licence);
        add(names, "mustDisplay", mustDisplay);
        add(names, "digitalSourceType", digitalSourceType);
        return names;
    }

    private static void add(Map<String, Object> names, String name, Object value) {
        if (value != null) {
            names.put(name, value);
        }
    }

    private static String first(String mine, String other) {
        return mine == null || mine.isBlank() ? other : mine;
    }
}
