package dev.parley.cli.command;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database of a demo: the one that was asked for, or one of its own that goes when all is well. */
final class DemoFile implements AutoCloseable {
    private final Path path;
    private final boolean temporary;
    private boolean discarded;

    private DemoFile(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    static DemoFile at(@Nullable Path wanted) {
        try {
            if (wanted == null) {
                return new DemoFile(Files.createTempDirectory("parley-demo-").resolve("parley.db"), true);
            }
        } catch (IOException failure) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE, "no temporary directory can be made: " + failure.getMessage());
        }
        if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedException(ErrorCode.BAD_REQUEST, wanted + " exists; the demo needs a new file");
        }
        return new DemoFile(wanted, false);
    }

    Path path() {
        return path;
    }

    /** Says that nobody needs the file any more. One that was asked for stays. */
    void discard() {
        discarded = temporary;
    }

    @Override
    public void close() {
        if (!discarded && (!temporary || Files.exists(path))) {
            return;
        }
        try {
            Path directory = path.toAbsolutePath().getParent();
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(Path.of(path + suffix));
            }
            if (directory != null) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("the temporary file is left behind: " + left.getMessage(), left);
        }
    }
}
