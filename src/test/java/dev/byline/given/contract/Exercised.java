package dev.byline.given.contract;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What of the documents the tests of this run have seen at work; outlives a restart of Quarkus. */
final class Exercised {

    private static final String KEY = "byline.contract.exercised";

    private Exercised() {}

    static void note(String operation, Exchange exchange) {
        Set<String> seen = seen();
        seen.add(operation + " " + exchange.status());
        if (exchange.status() < 400) {
            exchange.query().keySet().forEach(name -> seen.add(operation + " ?" + name));
        }
    }

    // Each application has a class loader of its own; the system's properties are shared by all.
    @SuppressWarnings("unchecked")
    static Set<String> seen() {
        return (Set<String>)
                System.getProperties()
                        .computeIfAbsent(KEY, key -> new ConcurrentSkipListSet<String>());
    }
}
