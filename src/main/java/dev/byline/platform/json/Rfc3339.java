package dev.byline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as RFC 3339 with an offset, years 1 to 9999, to the millisecond. */
public final class Rfc3339 extends StdScalarDeserializer<Instant> {

    Rfc3339() {
        super(Instant.class);
    }

    /** The instant that a text names; empty when it names none. */
    public static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            boolean sane = time.getYear() >= 1 && time.getYear() <= 9999;
            return sane
                    ? Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        Optional<Instant> instant = parse(parser.getText());
        return instant.isPresent()
                ? instant.get()
                : (Instant)
                        context.handleWeirdStringValue(
                                Instant.class, parser.getText(), "not RFC 3339");
    }
}
