package dev.byline.media.scrub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Objects of a PDF that are compressed together: blanked, and compressed anew into the same room.
 */
final class PdfObjectStreams {

    private static final int LARGEST = 8 << 20;
    private static final int LARGEST_TABLE = 512 << 10;
    private static final long MOST = 512L << 20;
    private static final Pattern FIRST = Pattern.compile("/First\\s+(\\d{1,7})\\b");
    static final Pattern FLATE =
            Pattern.compile("/Filter\\s*(/FlateDecode|\\[\\s*/FlateDecode\\s*])\\s*[/>]");

    private final Tape tape;
    private long inflated;
    private boolean refused;

    PdfObjectStreams(Tape tape) {
        this.tape = tape;
    }

    /** Whether there was one that could not be read or did not fit into its room any more. */
    boolean refused() {
        return refused;
    }

    /** Blanks those of the wanted objects whose content is such. */
    void blank(PdfObjects.Found stream, Set<Integer> wanted, Predicate<String> such)
            throws IOException {
        Matcher first = FIRST.matcher(stream.dictionary());
        long room = stream.to() - stream.from();
        boolean readable =
                first.find()
                        && FLATE.matcher(stream.dictionary()).find()
                        && !stream.dictionary().contains("/Predictor")
                        && room <= LARGEST;
        if (wanted.isEmpty() || !readable) {
            refused |= !readable;
            return;
        }
        byte[] packed = tape.bytes(stream.from(), room);
        int head = Integer.parseInt(first.group(1));
        byte[] table = head > LARGEST_TABLE ? null : inflate(packed, head);
        if (table == null || table.length < head) {
            refused = true;
            return;
        }
        int[] numbers = numbers(table);
        if (!names(numbers, wanted)) {
            return;
        }
        byte[] content = inflate(packed, LARGEST);
        if (content == null || content.length == LARGEST) {
            refused = true;
        } else if (changed(content, head, numbers, wanted, such)) {
            byte[] fitting = Deflated.into(content, packed.length);
            if (fitting == null) {
                refused = true;
            } else {
                tape.write(stream.from(), fitting);
            }
        }
    }

    // Pairs of an object's number and its place.
    private static int[] numbers(byte[] table) {
        return Arrays.stream(new String(table, ISO_8859_1).split("[\\s\\x00]+"))
                .filter(word -> word.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static boolean names(int[] numbers, Set<Integer> wanted) {
        for (int i = 0; i < numbers.length; i += 2) {
            if (wanted.contains(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean changed(
            byte[] content, int head, int[] numbers, Set<Integer> wanted, Predicate<String> such) {
        boolean changed = false;
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            if (!wanted.contains(numbers[i])) {
                continue;
            }
            int from = head + numbers[i + 1];
            int to = i + 3 < numbers.length ? head + numbers[i + 3] : content.length;
            if (from < head || to > content.length || to - from < 2 || inflated > MOST) {
                refused = true;
                continue;
            }
            inflated += to - from;
            String object = new String(content, from, to - from, ISO_8859_1);
            String stripped = object.strip();
            if (such.test(stripped)) {
                Arrays.fill(content, from, to, (byte) ' ');
                byte[] empty = Pdf.bytes(stripped.startsWith("<<") ? "<<>>" : "()");
                System.arraycopy(empty, 0, content, from, Math.min(empty.length, to - from));
                changed = true;
            }
        }
        return changed;
    }

    // So much of it at most; null for what can't be read and for what would go on for ever.
    private byte[] inflate(byte[] packed, int most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] buffer = new byte[Math.min(most, 64 * 1024)];
            int length = 0;
            while (length < most && inflated < MOST) {
                int count =
                        inflater.inflate(buffer, length, Math.min(buffer.length, most) - length);
                length += count;
                inflated += count;
                if (inflater.finished()) {
                    return Arrays.copyOf(buffer, length);
                }
                if (count == 0 && length < buffer.length) {
                    return null;
                }
                if (length == buffer.length && length < most) {
                    buffer = Arrays.copyOf(buffer, (int) Math.min(most, 2L * length));
                }
            }
            return length == most ? buffer : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
