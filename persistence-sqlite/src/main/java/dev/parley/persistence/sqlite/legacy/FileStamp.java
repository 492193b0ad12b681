package dev.parley.persistence.sqlite.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what one sees that a file was written to.
 *
 * @param size its length in bytes; -1 if there is no file
 * @param modified when it was last written
 */
record FileStamp(long size, FileTime modified) {
    private static final FileStamp ABSENT = new FileStamp(-1, FileTime.fromMillis(0));

    static FileStamp of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return ABSENT;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime());
    }
}
