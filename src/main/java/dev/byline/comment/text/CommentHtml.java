package dev.byline.comment.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text as HTML: paragraphs, line breaks and links, and not one character of markup that the
 * writer made.
 */
public final class CommentHtml {

    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t]*(?:\n[ \t]*)+");
    private static final Pattern LINK =
            Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`{}|\\\\^\\p{Cntrl}\\p{Cf}]{1,1000}");
    private static final String TRAILING = ".,:;!?*_~)]";

    private CommentHtml() {}

    /** One paragraph for each block of lines. */
    public static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        for (String paragraph : BLANK_LINES.split(text.strip())) {
            html.append("<p>");
            linked(paragraph.strip(), html);
            html.append("</p>");
        }
        return html.toString();
    }

    /** How many links the text would have. */
    public static int links(String text) {
        Matcher link = LINK.matcher(text);
        int links = 0;
        while (link.find()) {
            links++;
        }
        return links;
    }

    private static void linked(String text, StringBuilder html) {
        Matcher link = LINK.matcher(text);
        int done = 0;
        while (link.find()) {
            String url = trimmed(link.group());
            if (!wellFormed(url)) {
                continue;
            }
            escape(text, done, link.start(), html);
            html.append("<a href=\"");
            escape(url, 0, url.length(), html);
            html.append("\" rel=\"ugc nofollow noopener\">");
            escape(url, 0, url.length(), html);
            html.append("</a>");
            done = link.start() + url.length();
        }
        escape(text, done, text.length(), html);
    }

    // A sentence's end is rarely a part of the address; a closing bracket is when one was opened.
    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && TRAILING.indexOf(url.charAt(end - 1)) >= 0) {
            if (url.charAt(end - 1) == ')' && balanced(url.substring(0, end))) {
                break;
            }
            end--;
        }
        return url.substring(0, end);
    }

    private static boolean balanced(String url) {
        return url.chars().filter(c -> c == '(').count()
                >= url.chars().filter(c -> c == ')').count();
    }

    private static boolean wellFormed(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>");
                default -> html.append(c);
            }
        }
    }
}
