package dev.parley.cli.command;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A row of the quarantine in a file of its own, where a human may mend it. It may hold what nobody else shall read. */
final class RawFile {
    private RawFile() {}

    /**
     * Writes a new file.
     *
     * @throws RefusedException if the file exists
     */
    static void write(Path file, String raw) {
        Set<StandardOpenOption> newOne = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (WritableByteChannel channel = Files.newByteChannel(file, newOne, ownerOnly())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(raw);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException there) {
            throw new RefusedException(ErrorCode.ALREADY_EXISTS, file + " exists already; name a new file");
        } catch (IOException refused) {
            throw new UncheckedIOException(file + " cannot be written: " + refused.getMessage(), refused);
        }
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException if it is missing or is no UTF-8
     */
    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new RefusedException(ErrorCode.NOT_FOUND, file + " does not exist; check its name");
        } catch (CharacterCodingException malformed) {
            throw new RefusedException(ErrorCode.BAD_REQUEST, file + " is not UTF-8; save it as UTF-8");
        } catch (IOException refused) {
            throw new UncheckedIOException(file + " cannot be read: " + refused.getMessage(), refused);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
