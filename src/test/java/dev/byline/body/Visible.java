package dev.byline.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The words that a browser would show, found without any of the code under test. */
final class Visible {

    private static final String UNSEEN =
            "script, style, template, noscript, iframe, title, video, audio, canvas, object, svg,"
                    + " noembed, noframes, datalist, xml, [style~=(?i)mso-list:\\s*Ignore]";

    private static final String BLOCKS =
            "p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, caption, thead, tbody,"
                    + " tfoot, tr, td, th, blockquote, figure, figcaption, pre, hr, br, section,"
                    + " article, header, footer, aside, main, nav, address, center, details,"
                    + " summary, form, fieldset, legend, select, option";

    private Visible() {}

    static List<String> words(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select(UNSEEN).remove();
        // jsoup's own text() takes some inline elements for blocks, and forgets some blocks' ends.
        document.select("ins, del, button").tagName("span");
        for (Element block : document.select(BLOCKS)) {
            block.before(new TextNode(" ")).after(new TextNode(" "));
        }
        return split(document.body().text());
    }

    /** The words of blocks; an embed's address counts, since it may have been the text. */
    static List<String> words(List<Block> blocks, boolean addresses) {
        return split(
                blocks.stream()
                        .flatMap(
                                block ->
                                        block instanceof Block.Embed embed && addresses
                                                ? Stream.concat(
                                                        block.lines().stream(),
                                                        Stream.of(embed.url()))
                                                : block.lines().stream())
                        .collect(Collectors.joining("\n")));
    }

    /** Dashes before a name are not part of it. */
    private static List<String> split(String text) {
        return Arrays.stream(
                        text.replaceAll("[\\p{Cntrl}\u00ad\u200b&&[^\n]]", "")
                                .split("[\\s\u00a0]+"))
                .map(word -> word.replaceAll("^[\u2013\u2014]+|[\u2013\u2014]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word of the one that isn't in the other in the same order; null when all are. */
    static String missing(List<String> wanted, List<String> found) {
        int at = 0;
        for (String word : wanted) {
            while (at < found.size() && !found.get(at).equals(word)) {
                at++;
            }
            if (at++ == found.size()) {
                return word;
            }
        }
        return null;
    }

    static String fixture(String name) {
        try (InputStream in = Visible.class.getResourceAsStream("/body/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
