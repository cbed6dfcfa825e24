package dev.byline.delivery.reply;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How the bytes of a reply may travel (RFC 9110, 12.5.3). */
enum Encoding {
    IDENTITY(null, ""),
    GZIP("gzip", "-gz"),
    BROTLI("br", "-br");

    private static final boolean BROTLI_HERE = Brotli4jLoader.isAvailable();
    private static final Encoder.Parameters BROTLI_QUALITY =
            BROTLI_HERE ? new Encoder.Parameters().setQuality(5) : null;

    final String token;
    final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** The one that a client likes best; of equal ones the smallest. */
    static Encoding choose(String accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return IDENTITY;
        }
        double gzip = -1;
        double brotli = -1;
        double identity = -1;
        double any = -1;
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",")) {
            int semicolon = part.indexOf(';');
            double weight = semicolon < 0 ? 1 : weight(part.substring(semicolon + 1).strip());
            switch ((semicolon < 0 ? part : part.substring(0, semicolon)).strip()) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "br" -> brotli = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {}
            }
        }
        gzip = gzip < 0 ? any : gzip;
        brotli = !BROTLI_HERE ? -1 : brotli < 0 ? any : brotli;
        // Identity is acceptable unless it is named, but what is named goes before it.
        identity = identity < 0 ? 0 : identity;
        if (brotli > 0 && brotli >= gzip && brotli >= identity) {
            return BROTLI;
        }
        return gzip > 0 && gzip >= identity ? GZIP : IDENTITY;
    }

    private static double weight(String parameter) {
        if (!parameter.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    byte[] encode(byte[] plain) {
        try {
            return switch (this) {
                case IDENTITY -> plain;
                case GZIP -> gzip(plain);
                case BROTLI -> Encoder.compress(plain, BROTLI_QUALITY);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var out =
                new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(Deflater.DEFAULT_COMPRESSION);
                    }
                }) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
