package dev.parley.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM that runs a main class of a test's. It never outlives its owner, and leaves nothing behind but its files. What it
 * says through {@link Parent#say} is heard line by line.
 */
public final class ChildJvm implements AutoCloseable {
    /** What a child ends each line with, so that one cut short by its death is known. */
    static final String END = " ;";

    private static final int PATIENCE_SECONDS = 60;

    /** The Java that children run on: another than this one, if asked for. */
    private static final Path JAVA_HOME = Path.of(System.getProperty("parley.java", System.getProperty("java.home")));

    private final Process process;
    private final Path errors;
    private final Thread reaper = new Thread(this::kill);
    private final BlockingQueue<Heard> heard;

    private ChildJvm(Process process, Path errors, BlockingQueue<Heard> heard) {
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
     * @param child who said it
     * @param line empty at the end of the output
     */
    public record Heard(ChildJvm child, Optional<String> line) {}

    /** Starts one; what it needs of temporary files goes into a directory of the caller's. */
    public static ChildJvm start(Path scratch, Class<?> main, Object... arguments) throws IOException {
        return start(scratch, List.of(), main, arguments);
    }

    /** Starts one behind a command such as strace, or with options of the JVM's, or both. */
    public static ChildJvm start(Path scratch, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        return start(scratch, new LinkedBlockingQueue<>(), options, main, arguments);
    }

    /** Starts one among others that are heard together, through a queue of the caller's. */
    public static ChildJvm start(
            Path scratch, BlockingQueue<Heard> heard, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        Files.createDirectories(scratch);
        List<String> command = new ArrayList<>(
                options.stream().filter(option -> !isOfTheJvm(option)).toList());
        command.addAll(List.of(
                tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + scratch.resolve("hs_err.log"),
                "-Djava.io.tmpdir=" + scratch,
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        options.stream().filter(ChildJvm::isOfTheJvm).forEach(command::add);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Path errors = Files.createTempFile(scratch, "child-", ".err");
        return new ChildJvm(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors, heard);
    }

    private static boolean isOfTheJvm(String option) {
        return option.startsWith("-X") || option.startsWith("-D");
    }

    /** A program of the Java that children run on. */
    public static String tool(String name) {
        return JAVA_HOME.resolve("bin").resolve(name).toString();
    }

    /** The next whole line; empty at the end of the output. For a child that is heard alone. */
    public Optional<String> line() throws InterruptedException {
        Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the child is silent" + lastWords());
        }
        return next.line();
    }

    /** The whole lines that have arrived and were not asked for. For a child that is heard alone. */
    public List<String> arrived() {
        List<Heard> arrived = new ArrayList<>();
        heard.drainTo(arrived);
        return arrived.stream().map(Heard::line).flatMap(Optional::stream).toList();
    }

    /** Looks again and again until the child has come so far. */
    public void awaits(Callable<Boolean> soFar) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!soFar.call()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the child does not come so far" + lastWords());
            }
            Thread.onSpinWait();
        }
    }

    /** Says a line to it, if it can still hear it. */
    public void say(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException dead) {
            // Who asked will never know.
        }
    }

    /** SIGKILL, to whatever stands between as well. Through handles, since the process would close its output. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    /** Waits until it has ended by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end" + lastWords());
        }
        return process.exitValue();
    }

    /** What it has written to its standard error. */
    public String lastWords() {
        try {
            return " " + Files.readString(errors, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
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

    /** Everything this JVM has, on one path, and where the class itself lies: a module patch stands on no path. */
    private static String classPath(Class<?> main) {
        String file = main.getSimpleName() + ".class";
        String location = String.valueOf(main.getResource(file));
        Path root = Path.of(URI.create(
                location.substring(0, location.length() - main.getName().length() - 6)));
        return Stream.of(root.toString(), System.getProperty("jdk.module.path"), System.getProperty("java.class.path"))
                .filter(path -> path != null && !path.isEmpty())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
