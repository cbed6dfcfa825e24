package dev.byline.related;

import dev.byline.platform.entity.Ids;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.related.RelatedInput.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Judges the list that an editor sends and puts it in the place of the former one. */
@ApplicationScoped
class CuratedLinks {

    @Inject RelatedLink.Repo links;

    /** Whether the list differs from what was there. */
    boolean replace(UUID article, RelatedInput input) {
        Flaws flaws = new Flaws();
        List<RelatedLink> wanted = links(article, input.items(), flaws);
        flaws.refuse();
        List<RelatedLink> before = links.of(article);
        if (inputs(wanted).equals(inputs(before))) {
            return false;
        }
        links.replace(before, wanted);
        return true;
    }

    private static List<Item> inputs(List<RelatedLink> links) {
        return links.stream().map(RelatedLink::input).toList();
    }

    private List<RelatedLink> links(UUID article, List<Item> items, Flaws flaws) {
        Map<String, UUID> goals = goals(items);
        Set<Object> seen = new HashSet<>();
        List<RelatedLink> wanted = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String pointer = "/items/" + i;
            if ((item.article() == null) == (item.url() == null)) {
                flaws.at(pointer, Flaw.CONFLICTING, "names either an article or a url");
                continue;
            }
            UUID target = item.article() == null ? null : goals.get(key(item.article()));
            String url = item.url() == null ? null : normal(item.url());
            if (item.article() != null) {
                judge(pointer, item, article, target, flaws);
            } else {
                judgeExternal(pointer, item, flaws);
            }
            Object goal = target != null ? target : url;
            if (goal != null && !seen.add(goal)) {
                flaws.at(
                        pointer + (url == null ? "/article" : "/url"),
                        Flaw.REPEATED,
                        "is linked to more than once");
            }
            wanted.add(new RelatedLink(article, i, item, target, url));
        }
        return wanted;
    }

    private static void judge(String pointer, Item item, UUID article, UUID target, Flaws flaws) {
        if (target == null) {
            flaws.at(pointer + "/article", Flaw.UNKNOWN_REFERENCE, "names nothing that exists");
        } else if (target.equals(article)) {
            flaws.at(pointer + "/article", Flaw.CONFLICTING, "is the article itself");
        }
    }

    private static void judgeExternal(String pointer, Item item, Flaws flaws) {
        if (item.title() == null || item.title().isBlank()) {
            flaws.at(pointer + "/title", Flaw.REQUIRED, "is needed with a url");
        }
        if (Boolean.TRUE.equals(item.mutual())) {
            flaws.at(pointer + "/mutual", Flaw.CONFLICTING, "is for articles only");
        }
    }

    private Map<String, UUID> goals(List<Item> items) {
        List<String> names =
                items.stream().map(Item::article).filter(Objects::nonNull).distinct().toList();
        Map<String, UUID> goals = new HashMap<>();
        if (!names.isEmpty()) {
            List<UUID> ids = names.stream().flatMap(name -> Ids.parse(name).stream()).toList();
            links.goals(ids, names).forEach(row -> goals.put((String) row[1], (UUID) row[0]));
        }
        return goals;
    }

    private static String key(String name) {
        return Ids.parse(name).map(UUID::toString).orElse(name);
    }

    /** Scheme and host in small letters, without the default port, with a path. */
    private static String normal(String text) {
        URI url = URI.create(text);
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return scheme
                + "://"
                + url.getHost().toLowerCase(Locale.ROOT)
                + (port < 0 ? "" : ":" + port)
                + path
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment());
    }
}
