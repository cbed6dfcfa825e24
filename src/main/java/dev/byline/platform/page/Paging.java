package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads which page of which list a client asks for. */
@ApplicationScoped
public class Paging {

    private final Cursors cursors;

    Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * The page asked for; what is wrong with the parameters goes to {@code flaws}. The path and
     * everything that filters or orders the list name it: a cursor is good for that list only.
     */
    public PageRequest request(
            PageParameters given, Flaws flaws, String path, Object... filtersAndOrder) {
        String list =
                Arrays.stream(filtersAndOrder)
                        .map(value -> Objects.toString(value, ""))
                        .collect(Collectors.joining("\0", path + "\0", ""));
        Position from = null;
        if (given.cursor() != null) {
            from = cursors.open(list, given.cursor()).orElse(null);
            if (from == null) {
                flaws.in("cursor", Flaw.MALFORMED, "is not a cursor of this list");
            }
        }
        return new PageRequest(
                cursors, list, Limit.parse(given.limit(), flaws), from, total(given, flaws));
    }

    private static boolean total(PageParameters given, Flaws flaws) {
        if (given.total() == null || given.total().equals("false")) {
            return false;
        }
        if (!given.total().equals("true")) {
            flaws.in("total", Flaw.MALFORMED, "must be true or false");
        }
        return true;
    }
}
