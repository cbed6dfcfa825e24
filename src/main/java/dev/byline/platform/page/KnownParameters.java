package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.InvalidText;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not declare, repeats of those it does, and
 * unclean text.
 */
class KnownParameters {

    private static final int MOST = 50;

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> declared = Parameters.of(resource.getResourceMethod()).keySet();
        Flaws flaws = new Flaws();
        given.entrySet().stream()
                .limit(MOST)
                .forEach(entry -> check(entry.getKey(), entry.getValue(), declared, flaws));
        flaws.refuse();
    }

    private static void check(String name, List<String> values, Set<String> declared, Flaws flaws) {
        if (!declared.contains(name)) {
            flaws.in(shown(name), Flaw.UNKNOWN, "is not a parameter here");
        } else if (values.size() > 1) {
            flaws.in(name, Flaw.REPEATED, "is given more than once");
        } else if (values.get(0) == null || values.get(0).isEmpty()) {
            flaws.in(name, Flaw.MALFORMED, "must not be empty");
        } else if (values.get(0).matches("(?s).*[\\n\\r\\t].*")) {
            flaws.in(name, Flaw.INVALID_TEXT, "must be one line");
        } else {
            try {
                // U+FFFD is what the HTTP layer puts for bytes that are no UTF-8.
                if (InvalidText.refuse(values.get(0)).indexOf('\uFFFD') >= 0) {
                    flaws.in(name, Flaw.INVALID_TEXT, "is not UTF-8");
                }
            } catch (InvalidText e) {
                flaws.in(name, Flaw.INVALID_TEXT, e.getMessage());
            }
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return clean.length() > 60 ? clean.substring(0, 60) : clean;
    }
}
