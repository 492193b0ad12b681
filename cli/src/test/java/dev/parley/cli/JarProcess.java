package dev.parley.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar as a process of its own, as an operator or another program runs it. */
final class JarProcess {
    private static final int LONGEST_MINUTES = 5;

    private JarProcess() {}

    /**
     * What is to be run; nothing is started yet.
     *
     * @param scratch where it leaves what it cannot clean up when it is killed
     */
    static ProcessBuilder builder(Path scratch, String... args) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Dorg.sqlite.tmpdir=" + scratch, "-jar"));
        command.add(System.getProperty("parley.jar"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    /** Runs it to the end. */
    static Run run(Path scratch, Map<String, String> environment, String input, String... args)
            throws IOException, InterruptedException {
        Path in = Files.writeString(scratch.resolve("in"), input);
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        ProcessBuilder builder = builder(scratch, args)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(String.join(" ", args) + " does not end");
            }
        } finally {
            process.destroyForcibly();
        }
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
