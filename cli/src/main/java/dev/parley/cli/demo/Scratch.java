package dev.parley.cli.demo;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the children leave what they would clean up if they were not killed. */
final class Scratch implements AutoCloseable {
    private final Path directory;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("parley-demo-children-"));
        } catch (IOException failure) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE, "no temporary directory can be made: " + failure.getMessage());
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try (Stream<Path> left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("a temporary directory is left behind: " + failure.getMessage(), failure);
        }
    }
}
