package dev.parley.postgresql.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The process whose end is the end of the build: the Maven that has begun it, or this JVM where there is none. */
final class BuildProcess {
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private BuildProcess() {}

    static ProcessHandle find() {
        ProcessHandle current = ProcessHandle.current();
        return Stream.iterate(
                        Optional.of(current), Optional::isPresent, process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(BuildProcess::isMaven)
                .findFirst()
                .orElse(current);
    }

    /** A name that no other process has had, even one of the same id. */
    static String name(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Where the build writes what may be thrown away: {@code target} beside the {@code .mvn} above this module. */
    static Path target() {
        Path here = Path.of("").toAbsolutePath();
        Path root = here;
        while (root != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IllegalStateException(here + " lies in no build; run the tests in a directory of the project");
        }
        try {
            return Files.createDirectories(root.resolve("target").resolve("postgresql"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(MAVEN::equals);
    }
}
