package dev.byline.media.metadata.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * TIFF directories, which EXIF is made of: the few tags that describe a picture, never makers'
 * notes or positions.
 */
public final class Tiff {

    public static final int DESCRIPTION = 0x010e;
    public static final int ORIENTATION = 0x0112;
    public static final int ARTIST = 0x013b;
    public static final int COPYRIGHT = 0x8298;
    public static final int TAKEN = 0x9003;
    public static final int TAKEN_OFFSET = 0x9011;
    static final int XMP = 0x02bc;
    static final int IIM = 0x83bb;

    private static final int EXIF = 0x8769;
    private static final Set<Integer> WANTED =
            Set.of(DESCRIPTION, ORIENTATION, ARTIST, COPYRIGHT, TAKEN, TAKEN_OFFSET, XMP, IIM);
    private static final int MAX_ENTRIES = 2_000;
    private static final int SHORT = 3;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Source source;
    private final boolean little;
    private final Map<Integer, byte[]> found = new HashMap<>();

    private Tiff(Source source, boolean little) {
        this.source = source;
        this.little = little;
    }

    /** The wanted tags' bytes; a short number stands in them with its high byte first. */
    static Map<Integer, byte[]> tags(Source source) {
        try {
            byte[] order = source.at(0, 2);
            if (order[0] != order[1] || order[0] != 'I' && order[0] != 'M') {
                return Map.of();
            }
            Tiff tiff = new Tiff(source, order[0] == 'I');
            tiff.directory(tiff.number(4, 4), true);
            return tiff.found;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private void directory(long at, boolean first) throws IOException {
        int entries = (int) Math.min(number(at, 2), MAX_ENTRIES);
        long exif = 0;
        for (int i = 0; i < entries; i++) {
            long entry = at + 2 + 12L * i;
            if (entry + 12 > source.length()) {
                break;
            }
            int tag = (int) number(entry, 2);
            if (tag == EXIF && first) {
                exif = number(entry + 8, 4);
            } else if (WANTED.contains(tag)) {
                value(tag, entry);
            }
        }
        if (exif > 0 && exif + 2 <= source.length()) {
            directory(exif, false);
        }
    }

    private void value(int tag, long entry) throws IOException {
        int type = (int) number(entry + 2, 2);
        long count = number(entry + 4, 4);
        if (type <= 0 || type >= SIZES.length || count > Raw.LARGEST) {
            return;
        }
        long size = SIZES[type] * count;
        long at = size <= 4 ? entry + 8 : number(entry + 8, 4);
        if (size > Raw.LARGEST || at + size > source.length()) {
            return;
        }
        byte[] value = source.at(at, (int) size);
        if (type == SHORT && size == 2 && little) {
            value = new byte[] {value[1], value[0]};
        }
        found.putIfAbsent(tag, value);
    }

    private long number(long at, int count) throws IOException {
        long value = 0;
        byte[] bytes = source.at(at, count);
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[little ? count - 1 - i : i] & 0xff;
        }
        return value;
    }
}
