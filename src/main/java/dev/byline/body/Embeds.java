package dev.byline.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Recognises what is shown from other sites: frames, and addresses that stand alone. */
final class Embeds {

    /** A site by its domains, and the paths that lead to one piece of content there. */
    private record Provider(String name, List<String> domains, Pattern content) {
        Provider(String name, String content, String... domains) {
            this(name, List.of(domains), Pattern.compile(content));
        }

        boolean owns(String host) {
            return domains.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d));
        }
    }

    private static final List<Provider> PROVIDERS =
            List.of(
                    new Provider(
                            "youtube",
                            "/(watch\\?|shorts/|live/|embed/|playlist\\?).+",
                            "youtube.com",
                            "youtube-nocookie.com"),
                    new Provider("youtube", "/[\\w-]{6,}.*", "youtu.be"),
                    new Provider("vimeo", "/(.*/)?\\d+.*", "vimeo.com"),
                    new Provider("x", "/[^/]+/(web/)?status(es)?/\\d+.*", "x.com", "twitter.com"),
                    new Provider("instagram", "/(.*/)?(p|reel|tv)/.+", "instagram.com"),
                    new Provider(
                            "facebook",
                            "/(.*/)?(posts|videos|watch|photos?|reel|share|permalink\\.php|photo\\.php|story\\.php)\\b.*",
                            "facebook.com"),
                    new Provider("facebook", "/.+", "fb.watch"),
                    new Provider("tiktok", "/@[^/]+/video/\\d+.*", "tiktok.com"),
                    new Provider(
                            "spotify",
                            "/(.*/)?(track|album|playlist|episode|show|artist)/.+",
                            "spotify.com"),
                    new Provider("soundcloud", "/[^/]+/[^/]+.*", "soundcloud.com"),
                    new Provider("datawrapper", "/.+", "datawrapper.dwcdn.net", "datawrapper.de"),
                    new Provider("flourish", "/.+", "flourish.studio", "flo.uri.sh"));

    private static final Pattern PARTS =
            Pattern.compile("https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\\d+)?(.*)");

    /** A paragraph that is an address, linked to itself or not. */
    private static final Pattern ALONE =
            Pattern.compile("(?:<a href=\"([^\"]*+)\"[^>]*+>)?(?:https?://)?([^\\s<]++)(?:</a>)?");

    private Embeds() {}

    /** The frame as a block; frames of what can't be reached from elsewhere are nothing. */
    static Optional<Block> frame(Element frame) {
        if (!frame.normalName().equals("iframe")) {
            return Optional.empty();
        }
        String url = Urls.web(frame.attr("src"));
        for (String lazy : List.of("data-src", "data-lazy-src", "data-litespeed-src")) {
            url = url == null ? Urls.web(frame.attr(lazy)) : url;
        }
        return Optional.ofNullable(url)
                .map(
                        address ->
                                new Block.Embed(
                                        provider(address), address, title(frame.attr("title"))));
    }

    /** A paragraph which holds nothing but the address of something that can be shown. */
    static Optional<Block> alone(String paragraph) {
        Matcher matcher = ALONE.matcher(paragraph);
        if (!matcher.matches() || matcher.group(2).indexOf('.') < 0) {
            return Optional.empty();
        }
        String text = matcher.group(2).replace("&amp;", "&");
        String url = matcher.group(1) == null ? null : matcher.group(1).replace("&amp;", "&");
        if (url == null) {
            url = paragraph.startsWith("http") ? Urls.web("https://" + text) : null;
        }
        boolean same = url != null && bare(url).equals(bare(Urls.web("https://" + text)));
        return same && content(url)
                ? Optional.of(new Block.Embed(provider(url), url, null))
                : Optional.empty();
    }

    /**
     * The quote that a site's own embed code wraps around a post's text, which becomes the title.
     */
    static Optional<Block> post(Element quote, String text) {
        boolean known =
                quote.hasClass("twitter-tweet")
                        || quote.hasClass("twitter-video")
                        || quote.hasClass("instagram-media")
                        || quote.hasClass("tiktok-embed");
        if (!known || text.length() > Block.MAX_LINE) {
            return Optional.empty();
        }
        List<String> urls = new ArrayList<>();
        urls.add(quote.attr("cite"));
        urls.add(quote.attr("data-instgrm-permalink"));
        quote.select("a[href]").forEach(link -> urls.add(link.attr("href")));
        return urls.stream()
                .map(Urls::web)
                .filter(url -> url != null && content(url))
                .reduce((first, last) -> last)
                .map(url -> new Block.Embed(provider(url), url, title(text)));
    }

    static String provider(String url) {
        Matcher parts = PARTS.matcher(url);
        return parts.matches()
                ? PROVIDERS.stream()
                        .filter(provider -> provider.owns(parts.group(1).toLowerCase(Locale.ROOT)))
                        .map(Provider::name)
                        .findFirst()
                        .orElse("web")
                : "web";
    }

    private static boolean content(String url) {
        Matcher parts = PARTS.matcher(url);
        return parts.matches()
                && PROVIDERS.stream()
                        .filter(provider -> provider.owns(parts.group(1).toLowerCase(Locale.ROOT)))
                        .anyMatch(provider -> provider.content().matcher(parts.group(2)).matches());
    }

    private static String bare(String url) {
        return url == null
                ? ""
                : url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private static String title(String text) {
        String title = Sanitiser.text(text).strip();
        return title.isEmpty() || title.length() > Block.MAX_LINE ? null : title;
    }
}
