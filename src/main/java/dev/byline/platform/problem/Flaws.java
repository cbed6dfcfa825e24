package dev.byline.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the client learns all of it at once. */
public final class Flaws {

    private final List<Flaw> found = new ArrayList<>();

    public void at(String pointer, String code, String detail) {
        found.add(Flaw.at(pointer, code, detail));
    }

    public void in(String parameter, String code, String detail) {
        found.add(Flaw.in(parameter, code, detail));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws {@link Problem#INVALID_REQUEST} when anything was found. */
    public void refuse() {
        refuse(Problem.INVALID_REQUEST);
    }

    /** Throws the given problem when anything was found. */
    public void refuse(Problem problem) {
        if (!found.isEmpty()) {
            throw problem(problem);
        }
    }

    /** What was found, as the given problem. */
    public ProblemException problem(Problem problem) {
        return new ProblemException(problem, found);
    }
}
