package dev.byline.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as a user that they accept. */
final class Programs {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final List<String> prefix;

    Programs(DataDirectory data) throws IOException {
        this.data = data;
        Files.createDirectories(data.log(), SecretFile.ownerOnly("rwx------"));
        // In a user namespace without a mapping root becomes "nobody", who still owns root's files
        this.prefix = data.runsAsRoot() ? List.of("unshare", "-U") : List.of();
        if (data.runsAsRoot() && !namespaceAllowed()) {
            throw new StartupRefused(
                    "PostgreSQL does not run as root and this system refuses a user namespace:"
                            + " start Byline as an ordinary user,"
                            + " or set QUARKUS_DATASOURCE_JDBC_URL to a database.");
        }
        binaries = PostgresBinaries.in(data.root());
    }

    PostgresBinaries binaries() {
        return binaries;
    }

    record Result(int exit, String output) {

        boolean failed() {
            return exit != 0;
        }

        /** The line that tells most, of an output that may end with advice. */
        String reason() {
            var last = output.lines().reduce("no reason given", (before, line) -> line);
            return output.lines()
                    .filter(line -> line.matches(".*(FATAL|PANIC|error:|could not).*"))
                    .findFirst()
                    .orElse(last);
        }
    }

    Result run(String program, String... arguments) throws IOException {
        return feed("", program, arguments);
    }

    Result feed(String input, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return execute(input, command);
    }

    private boolean namespaceAllowed() {
        try {
            return !execute("", List.of("unshare", "-U", "true")).failed();
        } catch (IOException e) {
            return false; // no such command
        }
    }

    private Result execute(String input, List<String> command) throws IOException {
        // A file, because a pipe would be inherited by the server and never end on some systems
        var output = data.log().resolve("command.log");
        var builder =
                new ProcessBuilder(command)
                        .directory(data.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(PG|BYLINE_|QUARKUS_).*"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // It ended before it read everything: the exit code tells
        }
        return new Result(await(process), read(output));
    }

    private static int await(Process process) throws IOException {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("no answer from " + process.info().command().orElse("a program"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    static String read(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8).strip() : "";
    }
}
