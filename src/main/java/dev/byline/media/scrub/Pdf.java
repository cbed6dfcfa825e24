package dev.byline.media.scrub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PDF: the document's information, XMP of the document and of all in it, and EXIF of JPEG pictures
 * become spaces, in every revision that the file holds. What was compressed is compressed anew into
 * the same room.
 */
final class Pdf {

    private static final int MOST_INFOS = 1000;
    private static final int REFERENCE = 40;
    private static final Pattern INFO = Pattern.compile("/Info\\s+(\\d{1,9})\\s+\\d{1,5}\\s+R");
    private static final Pattern TEXT = Pattern.compile("\\s(\\d{1,9})\\s+\\d{1,5}\\s+R\\b");
    private static final Pattern METADATA =
            Pattern.compile("/Type\\s*/Metadata\\b|/Subtype\\s*/XML\\b");
    private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm\\b");
    private static final Pattern JPEG =
            Pattern.compile("/Filter\\s*(/DCTDecode|\\[\\s*/DCTDecode\\s*])\\s*[/>]");
    private static final Pattern OTHER_THAN_INFO =
            Pattern.compile("/(Type|Parent|Kids|Contents|S|Filter)\\b");
    private static final String EMPTY_PACKET =
            """
            <?xpacket begin="\u00EF\u00BB\u00BF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">\
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>\
            """;
    private static final String END_OF_PACKET = "<?xpacket end=\"r\"?>";

    private final Tape tape;

    // Where a trailer names the information, and its object; texts that it names in turn.
    private final Map<Long, Integer> references = new HashMap<>();
    private final Set<Integer> infos = new HashSet<>();
    private final Set<Integer> texts = new HashSet<>();
    private final PdfObjectStreams compressed;

    Pdf(Tape tape) {
        this.tape = tape;
        compressed = new PdfObjectStreams(tape);
    }

    void scrub() throws IOException {
        findInfos();
        new PdfObjects(tape).each(this::blank);
        if (!texts.isEmpty()) {
            // Some programs keep each text as an object of its own, before or after.
            new PdfObjects(tape).each(this::blankText);
        }
        if (compressed.refused()) {
            // What can't be blanked is at least no longer named.
            for (Map.Entry<Long, Integer> reference : references.entrySet()) {
                tape.fill(reference.getKey(), reference.getValue(), ' ');
            }
        }
    }

    // Trailers are never compressed, and neither are the dictionaries of streams that stand for
    // them.
    private void findInfos() throws IOException {
        for (long at = 0; at < tape.length() && references.size() < MOST_INFOS; at++) {
            if (tape.at(at) == '/' && tape.says(at, "/Info")) {
                Matcher matcher = INFO.matcher(tape.text(at, REFERENCE));
                if (matcher.lookingAt()) {
                    references.put(at, matcher.end());
                    infos.add(Integer.valueOf(matcher.group(1)));
                }
            }
        }
    }

    private void blank(PdfObjects.Found found) throws IOException {
        if (found.stream()) {
            blankStream(found);
        } else if (infos.contains(found.number()) && information(found.dictionary())) {
            note(found.dictionary(), texts);
            tape.fill(found.start() + 2, found.end() - found.start() - 4, ' ');
        }
    }

    private void blankText(PdfObjects.Found found) throws IOException {
        if (found.stream()) {
            if (OBJECTS.matcher(found.dictionary()).find()) {
                compressed.blank(found, texts, content -> !content.startsWith("<<"));
            }
        } else if (texts.contains(found.number()) && found.dictionary() == null) {
            tape.fill(found.start() + 1, found.end() - found.start() - 2, ' ');
        }
    }

    private void blankStream(PdfObjects.Found found) throws IOException {
        String dictionary = found.dictionary();
        if (OBJECTS.matcher(dictionary).find()) {
            compressed.blank(
                    found,
                    infos,
                    content -> {
                        boolean is = information(content);
                        if (is) {
                            note(content, texts);
                        }
                        return is;
                    });
        } else if (METADATA.matcher(dictionary).find()) {
            blankMetadata(found);
        } else if (JPEG.matcher(dictionary).find()) {
            PdfPicture.scrub(tape, found.from(), found.to());
        }
    }

    private void blankMetadata(PdfObjects.Found found) throws IOException {
        int size = (int) Math.min(Integer.MAX_VALUE, found.to() - found.from());
        if (PdfObjectStreams.FLATE.matcher(found.dictionary()).find()) {
            if (size >= Deflated.LEAST) {
                tape.write(found.from(), Deflated.spaces(size));
            }
            return;
        }
        tape.fill(found.from(), size, ' ');
        boolean plain = !found.dictionary().contains("/Filter");
        if (plain && size >= EMPTY_PACKET.length() + END_OF_PACKET.length()) {
            tape.write(found.from(), EMPTY_PACKET);
            tape.write(found.to() - END_OF_PACKET.length(), END_OF_PACKET);
        }
    }

    // An object may be another one in another revision of the file.
    private static boolean information(String object) {
        return object != null && object.startsWith("<<") && !OTHER_THAN_INFO.matcher(object).find();
    }

    private static void note(String dictionary, Set<Integer> into) {
        Matcher matcher = TEXT.matcher(dictionary);
        while (matcher.find() && into.size() < MOST_INFOS) {
            into.add(Integer.valueOf(matcher.group(1)));
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
