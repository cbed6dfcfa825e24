package dev.byline.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What others have collected against programs like this one, and what we have. */
final class Corpus {

    /**
     * Of so many texts each place gets one, the next place the next; 1 is all of them everywhere,
     * which takes an hour, 0 what a build has time for.
     */
    static final int SHARE = Integer.getInteger("byline.corpora.share", 0);

    private static final Pattern TOKEN =
            Pattern.compile("\\\\x([0-9a-f]{2})|\\\\\\\\|\\{(\\d+)\\*([^}]*?:?)}");

    private Corpus() {}

    static boolean sent(int text, int place, int share) {
        return (text + place) % (SHARE == 0 ? share : SHARE) == 0;
    }

    /** A body and what it is. */
    record Case(String name, byte[] body) {

        /** Whether no parser may take it. */
        boolean broken() {
            return name.startsWith("n_");
        }
    }

    /** JSONTestSuite, and what it lacks. */
    static List<Case> json() {
        return Stream.of("JSONTestSuite.txt", "own.txt")
                .map(Corpus::read)
                .flatMap(text -> new String(text, StandardCharsets.UTF_8).lines())
                .filter(line -> !line.startsWith("#"))
                .map(
                        line -> {
                            int bar = line.indexOf('|');
                            return new Case(line.substring(0, bar), bytes(line.substring(bar + 1)));
                        })
                .toList();
    }

    /** The big list of naughty strings. */
    static List<String> strings() {
        try {
            return List.of(new ObjectMapper().readValue(read("blns.json"), String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream("/corpora/" + name)) {
            return in.readAllBytes();
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
