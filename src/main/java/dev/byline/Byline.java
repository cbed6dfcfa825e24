package dev.byline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts Byline, with a database of its own unless a datasource URL is configured. */
@QuarkusMain
public class Byline {

    /** For the run command: Maven that is ended by a signal leaves its children running. */
    private static final String END_WITH_PARENT = "--end-with-parent";

    public static void main(String... args) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (List.of(args).contains(END_WITH_PARENT)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> parent.onExit().thenRun(Quarkus::asyncExit));
        }
        new Launch().run(args);
    }
}
