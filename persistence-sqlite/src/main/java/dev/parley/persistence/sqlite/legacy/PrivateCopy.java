package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of a database in a directory of its own that nobody else may enter. SQLite may do to it what it would do to
 * the original: play back a journal, take over a write-ahead log, make files beside it.
 */
final class PrivateCopy implements AutoCloseable {
    /** The file itself, and where commits may stand that are not in it yet, or that it must give up again. */
    private static final List<String> SUFFIXES = List.of("", "-wal", "-journal");

    private final Path directory;

    private PrivateCopy(Path directory) {
        this.directory = directory;
    }

    /**
     * Copies a database that nobody is writing to.
     *
     * @throws StoreFailureException if there is no file, it cannot be read, or it changes meanwhile
     */
    static PrivateCopy of(Path file) {
        try {
            // SQLite follows a link, too, before it looks for the files beside the database.
            Path source = file.toRealPath();
            if (!Files.isRegularFile(source)) {
                throw failure(file, "is no file; name the Python system's database file");
            }
            return filled(new PrivateCopy(Files.createTempDirectory("parley-legacy-")), source);
        } catch (NoSuchFileException missing) {
            throw failure(file, "does not exist; name the Python system's database file");
        } catch (IOException failed) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN,
                    file + " cannot be copied to a temporary directory; check that the file may be read and that there"
                            + " is room",
                    failed);
        }
    }

    /** Where the copy stands. */
    Path file() {
        return target("");
    }

    private static PrivateCopy filled(PrivateCopy copy, Path source) throws IOException {
        try {
            copy.fillFrom(source);
            return copy;
        } catch (IOException | RuntimeException incomplete) {
            copy.close();
            throw incomplete;
        }
    }

    private void fillFrom(Path source) throws IOException {
        List<FileStamp> before = stamps(source);
        for (String suffix : SUFFIXES) {
            copy(beside(source, suffix), target(suffix));
        }
        if (!stamps(source).equals(before)) {
            throw failure(source, "is being written to; stop the program that uses it, then read it again");
        }
    }

    /** Only the bytes: a source that is read-only must not make the copy so. */
    private static void copy(Path source, Path target) throws IOException {
        if (Files.exists(source)) {
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
                Files.copy(source, out);
            }
        }
    }

    private static List<FileStamp> stamps(Path source) throws IOException {
        List<FileStamp> stamps = new ArrayList<>();
        for (String suffix : SUFFIXES) {
            stamps.add(FileStamp.of(beside(source, suffix)));
        }
        return stamps;
    }

    private static Path beside(Path source, String suffix) {
        return source.resolveSibling(source.getFileName() + suffix);
    }

    private Path target(String suffix) {
        return directory.resolve("legacy.db" + suffix);
    }

    @Override
    public void close() {
        try {
            try (var files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(directory);
        } catch (IOException failed) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN, directory + " is a copy that cannot be removed; remove it by hand", failed);
        }
    }

    private static StoreFailureException failure(Path file, String problem) {
        return new StoreFailureException(Outcome.NOT_WRITTEN, file + " " + problem);
    }
}
