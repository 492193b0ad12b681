package dev.parley.persistence.sqlite.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.util.Arrays;

/**
 * The version of SQLite in use. An app's dependency management may have chosen an older driver than this module was
 * built with.
 *
 * <p>SQLite 3.7.0 to 3.51.2 can lose commits when two connections reset the write-ahead log at the same time; it is
 * mended in 3.51.3 and in the backports 3.44.6 and 3.50.7. See "The WAL-Reset Bug" in SQLite's documentation of WAL.
 */
record SqliteVersion(int major, int minor, int patch) {
    static SqliteVersion parse(String text) {
        int[] parts =
                Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
        return new SqliteVersion(parts[0], parts[1], parts[2]);
    }

    boolean keepsCommits() {
        if (minor == 44) {
            return patch >= 6;
        }
        if (minor == 50) {
            return patch >= 7;
        }
        return minor > 51 || (minor == 51 && patch >= 3);
    }

    void requireSafe() {
        if (!keepsCommits()) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN,
                    "SQLite " + this + " can lose commits (its WAL-reset bug); use sqlite-jdbc 3.51.3 or newer");
        }
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
