package dev.byline.body;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses a body may point to: absolute http, https, mailto and tel, and nothing else. */
final class Urls {

    private static final Pattern WEB =
            Pattern.compile("(https?)(://[^\\s/?#\\\\].*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL =
            Pattern.compile("(mailto)(:[^\\s].*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE =
            Pattern.compile("(tel)(:[+0-9(][0-9A-Za-z().*#,;=+-]*)", Pattern.CASE_INSENSITIVE);

    private Urls() {}

    /** The address in one canonical spelling, or null when a link may not lead there. */
    static String link(String raw) {
        String web = web(raw);
        if (web != null || raw == null) {
            return web;
        }
        String trimmed = trimmed(raw);
        String mail = match(MAIL, trimmed);
        return mail != null ? mail : match(PHONE, trimmed.replace(" ", ""));
    }

    /**
     * The same for what only the web can serve. An address without scheme ("//host") gets https.
     */
    static String web(String raw) {
        if (raw == null) {
            return null;
        }
        String trimmed = trimmed(raw);
        return match(WEB, trimmed.startsWith("//") ? "https:" + trimmed : trimmed);
    }

    /** A web address as it was written, or null when it isn't one. */
    static String kept(String raw) {
        return web(raw) == null ? null : Sanitiser.text(raw).strip();
    }

    private static String match(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        if (!matcher.matches()) {
            return null;
        }
        String encoded = encoded(matcher.group(1).toLowerCase(Locale.ROOT) + matcher.group(2));
        return encoded.length() > Block.MAX_URL ? null : encoded;
    }

    /** Browsers ignore tabs and newlines inside an address and blanks around it: so do we. */
    private static String trimmed(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        Sanitiser.text(raw).codePoints().filter(Urls::visible).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean visible(int c) {
        return c != '\t'
                && c != '\n'
                && c != '\u00a0'
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.LINE_SEPARATOR
                && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * Encodes what could end an attribute, and what the sanitiser would encode on its own later.
     */
    private static String encoded(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ' ' || "\"'<>`(){}".indexOf(c) >= 0) {
                out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
