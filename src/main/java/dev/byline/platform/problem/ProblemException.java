package dev.byline.platform.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Problem} on its way to the client; rolls the transaction back. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final transient List<Flaw> flaws;
    private final transient Map<String, Object> headers;
    private final Long version;

    ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of(), Map.of(), null);
    }

    ProblemException(Problem problem, List<Flaw> flaws) {
        this(problem, problem.title() + ": " + summary(flaws), flaws, Map.of(), null);
    }

    private ProblemException(
            Problem problem,
            String detail,
            List<Flaw> flaws,
            Map<String, Object> headers,
            Long version) {
        super(detail, null, false, false);
        this.problem = problem;
        this.flaws = List.copyOf(flaws);
        this.headers = Map.copyOf(headers);
        this.version = version;
    }

    /** The same problem with a response header, such as {@code Retry-After}. */
    public ProblemException with(String header, Object value) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(header, value);
        return new ProblemException(problem, getMessage(), flaws, all, version);
    }

    /** The same problem with the version that the item has now. */
    public ProblemException current(long now) {
        return new ProblemException(problem, getMessage(), flaws, headers, now);
    }

    public Problem problem() {
        return problem;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    public Map<String, Object> headers() {
        return headers;
    }

    Long version() {
        return version;
    }

    private static String summary(List<Flaw> flaws) {
        Flaw first = flaws.get(0);
        String place = first.pointer() != null ? first.pointer() : first.parameter();
        String where = place.isEmpty() ? "body" : place;
        String more = flaws.size() > 1 ? " (and %d more)".formatted(flaws.size() - 1) : "";
        return "%s: %s%s".formatted(where, first.detail(), more);
    }
}
