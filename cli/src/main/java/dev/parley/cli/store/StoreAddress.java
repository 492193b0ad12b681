package dev.parley.cli.store;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.domain.value.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a store is. Its text can be shown: it has no password. */
public sealed interface StoreAddress permits FileAddress, ServerAddress {
    /**
     * Understands a PostgreSQL URL, in JDBC's form or libpq's, and takes everything else for the name of a file. A URL
     * of another driver is refused, since it could turn off what the store promises.
     *
     * @throws InvalidValueException if it is neither; without what was given, which may hold a password
     */
    static StoreAddress parse(String text) {
        if (PostgresUrl.isOne(text)) {
            return PostgresUrl.parse(text);
        }
        if (text.startsWith("jdbc:")) {
            throw new InvalidValueException(
                    "database", "is no PostgreSQL URL; name a file, or postgresql://USER@HOST:PORT/DATABASE");
        }
        try {
            return new FileAddress(Path.of(text));
        } catch (InvalidPathException refused) {
            throw new InvalidValueException("database", "is no name of a file; name another");
        }
    }

    /**
     * Opens a store that must be there: a mistyped name must not look like an empty store.
     *
     * @throws dev.parley.domain.port.StoreException if it is not there or cannot be opened
     */
    OpenStore open();

    /**
     * Opens a store, whose file or tables are made where there are none.
     *
     * @throws dev.parley.domain.port.StoreException if it cannot be opened
     */
    OpenStore openOrCreate();

    /**
     * What opening would do to tables of an older version. Looks and changes nothing.
     *
     * @throws dev.parley.domain.port.StoreException if it is not there or cannot be looked at
     */
    MigrationSteps migration();

    /**
     * The file that this is.
     *
     * @param instead what to do on a server
     * @throws RefusedException if it is none
     */
    default FileAddress requireFile(String instead) {
        if (this instanceof FileAddress file) {
            return file;
        }
        throw new RefusedException(
                ErrorCode.BAD_REQUEST, "this is for database files, and not for " + this + "; " + instead);
    }
}
