package dev.parley.persistence.sqlite;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.jdbc.OwnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a database that is in use into a new file, as it stood at one moment. */
final class Backup {
    private Backup() {}

    static void write(Database database, Path destination) {
        Path target = destination.toAbsolutePath().normalize();
        // The name appears once the copy is whole, so that a crash leaves no backup rather than half of one.
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            if (Files.exists(target)) {
                throw new StoreFailureException(
                        Outcome.NOT_WRITTEN, target + ": the file exists already; name a new one for the backup");
            }
            OwnedFile.create(partial);
            copy(database, partial, target);
        } catch (IOException refused) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN,
                    target + ": the backup cannot be written; check its directory, and that no " + partial + " is left",
                    refused);
        }
    }

    private static void copy(Database database, Path partial, Path target) throws IOException {
        try {
            database.apart(session -> session.update("VACUUM INTO ?", partial.toString()));
            OwnedFile.sync(partial);
            Files.move(partial, target);
            OwnedFile.syncName(target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
