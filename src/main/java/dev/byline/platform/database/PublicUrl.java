package dev.byline.platform.database;

import java.net.URI;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * An absolute http or https URL without user, query and fragment; a slash at its end is dropped.
 */
public class PublicUrl implements Converter<URI> {

    private static final long serialVersionUID = 1L;

    @Override
    public URI convert(String text) {
        if (!text.strip().matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    "byline.public-url must be an http or https URL without user, query or"
                            + " fragment");
        }
        return URI.create(text.strip().replaceFirst("/+$", ""));
    }
}
