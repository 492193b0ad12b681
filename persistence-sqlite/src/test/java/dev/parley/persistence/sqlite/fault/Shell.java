package dev.parley.persistence.sqlite.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Commands of the operating system, and which of them this machine can do. */
final class Shell {
    private static final int PATIENCE_SECONDS = 60;
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Shell() {}

    /** What a command printed; it must succeed. */
    static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command[0] + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether a command succeeds here; tried once. */
    static boolean can(String... command) {
        return KNOWN.computeIfAbsent(String.join(" ", command), key -> {
            try {
                run(command);
                return true;
            } catch (IOException notHere) {
                return false;
            }
        });
    }

    /** Makes a system call on one file fail, or kill its caller, the n-th time a thread makes it, or, {@code n+}, from then on. */
    static List<String> inject(Path file, String call, String what, String when) {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", "/dev/null"));
        if (what.startsWith("error")) {
            // It is faster like that, but then it sends no signals.
            command.add("--seccomp-bpf");
        }
        command.addAll(List.of("-P", file.toString(), "-e", "trace=" + call));
        command.addAll(List.of("-e", "inject=" + call + ":" + what + ":when=" + when));
        return command;
    }

    /** Whether system calls can be made to fail. */
    static boolean canInject() {
        List<String> command = inject(Path.of("/dev/null"), "fsync", "error=EIO", "1");
        command.add("true");
        return can(command.toArray(String[]::new));
    }
}
