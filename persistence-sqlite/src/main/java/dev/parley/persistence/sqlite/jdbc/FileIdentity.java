package dev.parley.persistence.sqlite.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which file stands at a path, whatever its name.
 *
 * @param key the file system's own key; null where it has none, and then any file will do
 */
public record FileIdentity(@Nullable Object key) {
    /** The identity of the file at a path. */
    public static FileIdentity of(Path path) throws IOException {
        return new FileIdentity(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }

    boolean isStillAt(Path path) {
        try {
            return Objects.equals(key, of(path).key());
        } catch (IOException gone) {
            return false;
        }
    }
}
