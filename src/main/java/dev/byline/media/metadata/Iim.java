package dev.byline.media.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An IPTC IIM record: numbered datasets, in an encoding that it may or may not name. */
final class Iim {

    static final int KEYWORDS = 25;
    static final int DATE = 55;
    static final int TIME = 60;
    static final int CREATOR = 80;
    static final int CREATOR_ROLE = 85;
    static final int CITY = 90;
    static final int SUBLOCATION = 92;
    static final int STATE = 95;
    static final int COUNTRY_CODE = 100;
    static final int COUNTRY = 101;
    static final int JOB = 103;
    static final int HEADLINE = 105;
    static final int CREDIT = 110;
    static final int SOURCE = 115;
    static final int COPYRIGHT = 116;
    static final int CAPTION = 120;

    private static final int MARK = 0x1c;
    private static final int ENVELOPE = 1;
    private static final int APPLICATION = 2;
    private static final int CHARACTER_SET = 90;
    private static final int MAX_DATASETS = 2_000;
    private static final int LONGEST = 2_000;
    private static final byte[] UTF_8 = {0x1b, '%', 'G'};

    /** The final letter of ISO 2022's "G1 is a 96-character set". */
    private static final Map<Integer, String> CHARSETS =
            Map.of(
                    (int) 'A', "ISO-8859-1",
                    (int) 'B', "ISO-8859-2",
                    (int) 'C', "ISO-8859-3",
                    (int) 'D', "ISO-8859-4",
                    (int) 'F', "ISO-8859-7",
                    (int) 'G', "ISO-8859-6",
                    (int) 'H', "ISO-8859-8",
                    (int) 'L', "ISO-8859-5",
                    (int) 'M', "ISO-8859-9");

    private final Map<Integer, List<byte[]>> datasets = new HashMap<>();
    private byte[] named = {};

    private Iim() {}

    static Iim of(byte[] record) {
        Iim iim = new Iim();
        if (record != null) {
            iim.parse(ByteBuffer.wrap(record));
        }
        return iim;
    }

    private void parse(ByteBuffer in) {
        for (int i = 0; i < MAX_DATASETS && in.remaining() >= 5 && in.get() == MARK; i++) {
            int record = in.get() & 0xff;
            int number = in.get() & 0xff;
            long length = in.getShort() & 0xffff;
            if (length > 0x7fff) {
                int bytes = (int) length & 0x7fff;
                length = 0;
                for (int b = 0; b < bytes && b < 5 && in.hasRemaining(); b++) {
                    length = length << 8 | in.get() & 0xff;
                }
            }
            if (length > in.remaining()) {
                return;
            }
            byte[] value = new byte[(int) length];
            in.get(value);
            if (record == ENVELOPE && number == CHARACTER_SET) {
                named = value;
            } else if (record == APPLICATION) {
                datasets.computeIfAbsent(number, none -> new ArrayList<>()).add(value);
            }
        }
    }

    String text(int dataset) {
        List<String> all = list(dataset);
        return all.isEmpty() ? null : all.get(0);
    }

    List<String> list(int dataset) {
        Charset charset = charset();
        return datasets.getOrDefault(dataset, List.of()).stream()
                .map(value -> new String(value, charset))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private Charset charset() {
        if (Arrays.equals(named, UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (named.length == 3 && named[0] == 0x1b && (named[1] == '-' || named[1] == '.')) {
            String name = CHARSETS.get((int) named[2]);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return datasets.values().stream().flatMap(List::stream).allMatch(Iim::utf8)
                ? StandardCharsets.UTF_8
                : Legacy.CHARSET;
    }

    private static boolean utf8(byte[] value) {
        return Legacy.utf8(value) != null;
    }

    /** What a file wrote before UTF-8 was usual. */
    static final class Legacy {

        /** Holds Latin-1 whole, and is what newsrooms' machines spoke. */
        static final Charset CHARSET = Charset.forName("windows-1252");

        private Legacy() {}

        static String text(byte[] value) {
            String text = utf8(value);
            return text != null ? text : new String(value, CHARSET);
        }

        private static String utf8(byte[] value) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }

    /** Writes a record in UTF-8; longer than IIM once allowed, as agencies do, but not endless. */
    static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer() {
            dataset(ENVELOPE, CHARACTER_SET, UTF_8);
            dataset(APPLICATION, 0, new byte[] {0, 4});
        }

        Writer add(int number, String text) {
            if (text != null && !text.isBlank()) {
                dataset(APPLICATION, number, cut(text));
            }
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void dataset(int record, int number, byte[] value) {
            out.write(MARK);
            out.write(record);
            out.write(number);
            out.write(value.length >> 8);
            out.write(value.length);
            out.writeBytes(value);
        }

        private static byte[] cut(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length <= LONGEST) {
                return bytes;
            }
            int end = LONGEST;
            while ((bytes[end] & 0xc0) == 0x80) {
                end--;
            }
            return Arrays.copyOf(bytes, end);
        }
    }
}
