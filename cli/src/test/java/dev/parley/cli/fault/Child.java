package dev.parley.cli.fault;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM that runs {@link OrchestratorMain}. It never outlives its owner, and leaves nothing behind but its files. */
final class Child implements AutoCloseable {
    /** What a child ends each line with, so that one cut short by its death is known. */
    static final String END = " ;";

    private final String name;
    private final Process process;
    private final Path errors;
    private final BlockingQueue<Heard> heard;
    private final Thread reaper = new Thread(this::kill);

    private Child(String name, Process process, Path errors, BlockingQueue<Heard> heard) {
        this.name = name;
        this.process = process;
        this.errors = errors;
        this.heard = heard;
        Runtime.getRuntime().addShutdownHook(reaper);
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * A whole line of a child's output.
     *
     * @param line empty at the end of the output
     */
    record Heard(Child child, Optional<String> line) {}

    /** Starts one; what it needs of temporary files goes into a directory of the caller's. */
    static Child start(Path scratch, Orders orders, BlockingQueue<Heard> heard) throws IOException {
        Files.createDirectories(scratch);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                OrchestratorMain.class.getName()));
        command.addAll(orders.arguments());
        Path errors = Files.createTempFile(scratch, "child-", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new Child(orders.name(), process, errors, heard);
    }

    /** What the negotiations that it opens begin with. */
    String name() {
        return name;
    }

    /** Says a line, if it can still hear it. */
    void say(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException dead) {
            // Who asked will never know.
        }
    }

    /** SIGKILL. Through the handle, since the process would close its output, and with it what was said. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    String lastWords() {
        try {
            return " " + Files.readString(errors, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        kill();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    private void listen() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.endsWith(END)) {
                    heard.add(new Heard(this, Optional.of(line.substring(0, line.length() - END.length()))));
                }
            }
        } catch (IOException closed) {
            // A stream that breaks is a stream that ends.
        } finally {
            heard.add(new Heard(this, Optional.empty()));
        }
    }
}
