package dev.parley.persistence.sqlite.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that their owner alone can read, and that are still there after a power failure. */
public final class OwnedFile {
    private OwnedFile() {}

    /**
     * Creates an empty file with mode 0600 from its first moment, where the file system knows modes.
     *
     * @throws FileAlreadyExistsException if there is a file already
     */
    public static void create(Path path) throws IOException {
        FileAttribute<?>[] ownerOnly = isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(path, ownerOnly);
    }

    /** Makes a file's content durable. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a file's name durable, which is its directory's business; where directories can be synced at all. */
    public static void syncName(Path path) throws IOException {
        Path directory = path.getParent();
        if (directory != null && isPosix(path)) {
            sync(directory);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
