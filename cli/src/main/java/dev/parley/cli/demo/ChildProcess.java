package dev.parley.cli.demo;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of the same build as this one that runs {@code parley batch}. It never outlives this process or its owner. */
final class ChildProcess implements AutoCloseable {
    /** 128 and the number of SIGKILL. */
    static final int KILLED_BY_SIGNAL = 137;

    private static final int EXIT_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final Thread reaper;
    private final LinkedBlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.reaper = new Thread(process::destroyForcibly, "reaper");
    }

    static ChildProcess start(Path file, boolean unsafe, Scratch scratch) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for a second or so: what takes long to warm up never pays.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // The driver unpacks its native library, which a killed process cannot remove.
                "-Dorg.sqlite.tmpdir=" + scratch.directory(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.parley.cli.Parley",
                "batch",
                "--db",
                file.toString()));
        if (unsafe) {
            command.add("--unsafe-write-behind");
        }
        try {
            Path errors = Files.createTempFile(scratch.directory(), "child-", ".err");
            ChildProcess child = new ChildProcess(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
            Runtime.getRuntime().addShutdownHook(child.reaper);
            child.listen();
            return child;
        } catch (IOException failure) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE, "the child process cannot be started: " + failure.getMessage());
        }
    }

    OutputStream requests() {
        return process.getOutputStream();
    }

    /** Its output line by line, then an empty one at the end. */
    LinkedBlockingQueue<Optional<String>> answers() {
        return answers;
    }

    /** Whether the exit code tells that a signal killed it. */
    boolean killsBySignal() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    /** Sends SIGKILL. Through the handle, since the process itself would close its output, answers and all. */
    int kill() {
        process.toHandle().destroyForcibly();
        return awaitExit();
    }

    int awaitExit() {
        try {
            if (process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(ErrorCode.STORE_FAILURE, "the child process does not end");
    }

    /** What it said on standard error, if anything. */
    String lastWords() {
        try (BufferedReader reader = Files.newBufferedReader(errors, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            return line == null ? "" : ": " + line;
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook runs, and finds nothing left to do.
        }
    }

    private void listen() {
        Thread listener = new Thread(this::readAll, "answers");
        listener.setDaemon(true);
        listener.start();
    }

    private void readAll() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answers.add(Optional.of(line));
            }
        } catch (IOException closed) {
            // A stream that breaks is a stream that ends.
        } finally {
            answers.add(Optional.empty());
        }
    }
}
