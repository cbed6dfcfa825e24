package dev.byline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Byline. */
@QuarkusMain
public class Byline {

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
