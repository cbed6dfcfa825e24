package dev.byline.media.scrub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ogg: the comments of each stream (Vorbis, Opus, Speex, Theora, FLAC) are emptied within their
 * packet, and the check sums of its pages made anew.
 */
final class Ogg {

    private static final int MOST_STREAMS = 64;
    private static final int MOST_PAGES = 10_000;
    private static final int HEAD = 27;
    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int FIRST_PAGE = 2;

    private final Tape tape;
    private final Map<Long, Stream> streams = new HashMap<>();

    private Ogg(Tape tape) {
        this.tape = tape;
    }

    static void scrub(Tape tape) throws IOException {
        new Ogg(tape).walk();
    }

    private void walk() throws IOException {
        long at = 0;
        while (tape.says(at, "OggS") && at + HEAD <= tape.length()) {
            long serial = tape.little(at + 14, 4);
            if ((tape.at(at + 5) & FIRST_PAGE) != 0 && streams.size() < MOST_STREAMS) {
                streams.put(serial, new Stream());
            }
            Stream stream = streams.getOrDefault(serial, new Stream(true));
            int segments = tape.at(at + HEAD - 1);
            long body = at + HEAD + segments;
            long from = body;
            long to = body;
            for (int i = 0; i < segments; i++) {
                int size = Math.max(0, tape.at(at + HEAD + i));
                to += size;
                if (size < 255) {
                    stream.add(at, from, to);
                    stream.finish();
                    from = to;
                }
            }
            stream.add(at, from, to);
            at = to;
        }
        for (Stream stream : streams.values()) {
            // Cut off.
            stream.finish();
        }
    }

    private record Part(long page, long from, long to) {}

    /** The packets of one stream, until its last header has come. */
    private final class Stream {

        private final List<Part> parts = new ArrayList<>();
        private Codec codec;
        private boolean done;

        Stream() {}

        Stream(boolean done) {
            this.done = done;
        }

        void add(long page, long from, long to) {
            if (!done && to > from) {
                parts.add(new Part(page, from, Math.min(to, tape.length())));
                done = parts.size() > MOST_PAGES;
            }
        }

        void finish() throws IOException {
            if (done || parts.isEmpty()) {
                return;
            }
            if (codec == null) {
                codec = Codec.of(tape, parts.get(0).from());
                done = codec == null;
            } else {
                done = codec == Codec.FLAC ? flacBlock() : emptied(codec.prefix, codec.suffix);
            }
            parts.clear();
        }

        private boolean flacBlock() throws IOException {
            int head = tape.at(parts.get(0).from());
            int type = head & 0x7F;
            if (type == Flac.COMMENT) {
                emptied(Codec.FLAC.prefix, 0);
            } else if (type != Flac.STREAMINFO && type != Flac.SEEKTABLE) {
                put(0, new byte[] {(byte) (head & 0x80 | Flac.PADDING)});
                spaces(Codec.FLAC.prefix, length() - Codec.FLAC.prefix, '\0');
                seal();
            }
            return (head & 0x80) != 0;
        }

        // The name of the encoder takes all the room: length, name, number of comments.
        private boolean emptied(int prefix, int suffix) throws IOException {
            long room = length() - prefix - suffix - 8;
            if (room >= 0) {
                put(prefix, little(room));
                spaces(prefix + 4, room, ' ');
                put(prefix + 4 + room, little(0));
                seal();
            }
            return true;
        }

        private long length() {
            return parts.stream().mapToLong(part -> part.to() - part.from()).sum();
        }

        private void put(long offset, byte[] bytes) throws IOException {
            for (int i = 0; i < bytes.length; i++) {
                spaces(offset + i, 1, (char) (bytes[i] & 0xFF));
            }
        }

        private void spaces(long offset, long count, char with) throws IOException {
            long start = 0;
            for (Part part : parts) {
                long size = part.to() - part.from();
                long from = Math.max(start, offset);
                long to = Math.min(start + size, offset + count);
                if (to > from) {
                    tape.fill(part.from() + from - start, to - from, with);
                }
                start += size;
            }
        }

        private void seal() throws IOException {
            for (Part part : parts) {
                Ogg.this.seal(part.page());
            }
        }
    }

    private void seal(long page) throws IOException {
        tape.fill(page + 22, 4, '\0');
        int segments = tape.at(page + HEAD - 1);
        long size = HEAD + segments;
        for (int i = 0; i < segments; i++) {
            size += Math.max(0, tape.at(page + HEAD + i));
        }
        int sum = 0;
        for (byte b : tape.bytes(page, size)) {
            sum ^= (b & 0xFF) << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        tape.write(page + 22, little(sum & 0xFFFFFFFFL));
    }

    private static byte[] little(long value) {
        return new byte[] {
            (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
        };
    }

    /** How its first packet begins, and how much stands before and after the comments. */
    private enum Codec {
        VORBIS("\1vorbis", 7, 1),
        OPUS("OpusHead", 8, 0),
        SPEEX("Speex   ", 0, 0),
        THEORA("\u0080theora", 7, 0),
        VP8("OVP80", 7, 0),
        FLAC("\u007FFLAC", 4, 0);

        private final String start;
        private final int prefix;
        private final int suffix;

        Codec(String start, int prefix, int suffix) {
            this.start = start;
            this.prefix = prefix;
            this.suffix = suffix;
        }

        static Codec of(Tape tape, long packet) throws IOException {
            for (Codec codec : values()) {
                if (tape.says(packet, codec.start)) {
                    return codec;
                }
            }
            return null;
        }
    }
}
