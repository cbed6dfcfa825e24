package dev.byline.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Starts and stops the server, also when an earlier one was left in any state. */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What another attempt can cure: a port just taken, memory that a dying process still holds.
     */
    private static final Pattern PASSING =
            Pattern.compile("still in use|already exists|could not (bind|create any TCP)");

    private final DataDirectory data;
    private final Programs programs;
    private ProcessHandle process;

    Postmaster(DataDirectory data, Programs programs) {
        this.data = data;
        this.programs = programs;
    }

    /** Ends what an earlier Byline left behind, then starts; returns the port. */
    int start(Cluster cluster, IntSupplier ports) throws IOException {
        var startLog = data.log().resolve("start.log");
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            endLeftovers();
            var port = ports.getAsInt();
            cluster.configure(port);
            Files.deleteIfExists(startLog);
            // pg_ctl gives the server a session of its own: Ctrl-C in the terminal is for Byline
            var result = pgCtl("start", "-w", "-t", "60", "-l", startLog.toString());
            if (!result.failed()) {
                process = running().orElseThrow(() -> refused("it ended at once"));
                // Reaps it where Byline is process 1 and so inherits it
                process.onExit();
                return port;
            }
            var reason = reason(startLog).orElseGet(result::reason);
            if (!PASSING.matcher(reason).find() || Instant.now().isAfter(deadline)) {
                stop();
                throw refused(reason);
            }
            LOG.debugf("PostgreSQL did not start (%s), trying again", reason);
            Pause.millis(250);
        }
    }

    boolean alive() {
        // A dead process that nobody has reaped yet counts as alive, but has no program
        return process != null && process.isAlive() && isOurs(process);
    }

    void stop() throws IOException {
        if (running().isPresent() && pgCtl("stop", "-m", "fast", "-w", "-t", "15").failed()) {
            pgCtl("stop", "-m", "immediate", "-w", "-t", "5");
        }
        kill();
    }

    /**
     * A server whose Byline was killed is stopped, because its port and settings are not ours.
     * Server processes whose postmaster was killed go on holding the shared memory: they are killed
     * too, the log makes that harmless.
     */
    void endLeftovers() throws IOException {
        stop();
        var pidFile = data.cluster().resolve("postmaster.pid");
        var pid = pid(pidFile);
        // The number belongs to something else now, as it often does in a container, or to a dead
        // process. A postgres that is not from here is left to PostgreSQL's own check.
        if (pid.flatMap(ProcessHandle::of).map(other -> !isPostgres(other)).orElse(false)) {
            Files.delete(pidFile);
        }
    }

    private void kill() {
        var deadline = Instant.now().plus(PATIENCE);
        for (var left = ours(); !left.isEmpty(); left = ours()) {
            left.forEach(ProcessHandle::destroyForcibly);
            if (Instant.now().isAfter(deadline)) {
                throw refused("processes of an earlier start do not end");
            }
            Pause.millis(50);
        }
    }

    /** The postmaster of this cluster, if it lives. */
    private Optional<ProcessHandle> running() throws IOException {
        return pid(data.cluster().resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(this::isOurs);
    }

    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    /** Only this data directory's processes run programs that lie in this data directory. */
    private boolean isOurs(ProcessHandle candidate) {
        return program(candidate)
                .map(path -> path.startsWith(programs.binaries().all()))
                .orElse(false);
    }

    private static boolean isPostgres(ProcessHandle candidate) {
        return program(candidate)
                .map(path -> path.getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static Optional<Path> program(ProcessHandle candidate) {
        return candidate.info().command().map(Path::of);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        return Programs.read(pidFile)
                .lines()
                .findFirst()
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private Programs.Result pgCtl(String action, String... options) throws IOException {
        var arguments = new String[options.length + 3];
        arguments[0] = action;
        arguments[1] = "-D";
        arguments[2] = data.cluster().toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return programs.run("pg_ctl", arguments);
    }

    /** The server's own words, from whichever of its files they went to since the start. */
    private Optional<String> reason(Path startLog) throws IOException {
        if (!Files.exists(startLog)) {
            return Optional.empty();
        }
        var start = Files.getLastModifiedTime(startLog);
        try (var files = Files.list(data.log())) {
            for (var file : files.sorted().toList()) {
                if (Files.getLastModifiedTime(file).compareTo(start) >= 0) {
                    var line =
                            Programs.read(file)
                                    .lines()
                                    .filter(
                                            text ->
                                                    text.matches(
                                                            ".*(FATAL|PANIC|could not bind).*"))
                                    .reduce((before, after) -> after);
                    if (line.isPresent()) {
                        return line.map(text -> text.replaceFirst("^.*?(FATAL|PANIC|LOG): +", ""));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private StartupRefused refused(String reason) {
        return new StartupRefused(
                "PostgreSQL does not start in " + data.root() + ": " + reason + ".");
    }
}
