package dev.parley.benchmarks.peer.reference;

import dev.parley.benchmarks.recovery.Recovered;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The reference's start-up: its query, and its rows read one after the other. */
public final class ReferenceRecovery {
    private static final int COLUMNS = 9;

    private ReferenceRecovery() {}

    @FunctionalInterface
    private interface RowReader {
        /** What is read of a row, so that nothing can be left out. */
        int read(ResultSet row) throws SQLException;
    }

    /** Every row in flight, decoded into the domain's values. */
    public static Recovered decoded(Path file) throws SQLException {
        return recovered(
                file, row -> WideRowDecoder.decode(row).negotiation().history().size());
    }

    /** Every row in flight, as bytes. */
    public static Recovered bytes(Path file) throws SQLException {
        return recovered(file, row -> {
            int bytes = 0;
            for (int column = 1; column <= COLUMNS; column++) {
                bytes += row.getBytes(column).length;
            }
            return bytes;
        });
    }

    private static Recovered recovered(Path file, RowReader reader) throws SQLException {
        try (Connection connection = WideTable.open(file);
                PreparedStatement active = connection.prepareStatement(WideTable.ACTIVE)) {
            long rows = 0;
            long read = 0;
            long before = System.nanoTime();
            try (ResultSet row = active.executeQuery()) {
                while (row.next()) {
                    read += reader.read(row);
                    rows++;
                }
            }
            long taken = System.nanoTime() - before;
            if (rows > 0 && read == 0) {
                throw new IllegalStateException("nothing was read of " + rows + " rows");
            }
            return new Recovered(rows, taken);
        }
    }
}
