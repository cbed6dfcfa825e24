package dev.byline;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Byline, with a database of its own unless a datasource URL is configured. */
@QuarkusMain
public class Byline {

    public static void main(String... args) {
        new Launch().run(args);
    }
}
