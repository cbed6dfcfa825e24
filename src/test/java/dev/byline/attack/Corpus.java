package dev.byline.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON cases of {@code json/corpus.txt}. */
final class Corpus {

    private static final Pattern TOKEN =
            Pattern.compile("\\\\x([0-9a-f]{2})|\\\\\\\\|\\{(\\d+)\\*([^}]*?:?)}");

    private Corpus() {}

    /** A body and what it is. */
    record Case(String name, byte[] body) {

        boolean json() {
            return name.startsWith("y_");
        }

        boolean broken() {
            return name.startsWith("n_");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        try (InputStream in = Corpus.class.getResourceAsStream("/json/corpus.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(
                            line -> {
                                int bar = line.indexOf('|');
                                return new Case(
                                        line.substring(0, bar), bytes(line.substring(bar + 1)));
                            })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream();
        var token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            out.writeBytes(text.substring(at, token.start()).getBytes(StandardCharsets.UTF_8));
            if (token.group(1) != null) {
                out.write(Integer.parseInt(token.group(1), 16));
            } else if (token.group(2) != null) {
                out.writeBytes(
                        token.group(3)
                                .repeat(Integer.parseInt(token.group(2)))
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                out.write('\\');
            }
            at = token.end();
        }
        out.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
