package dev.parley.persistence.sqlite;

import dev.parley.domain.port.Commit;
import dev.parley.persistence.rows.commit.CommitWriter;
import dev.parley.persistence.rows.commit.EncodedCommit;
import dev.parley.persistence.rows.commit.Tables;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;

/** A commit with its rows made, so that the database is locked for the writing alone. */
record SqliteCommit(EncodedCommit encoded) {
    static SqliteCommit of(Commit commit) {
        return new SqliteCommit(EncodedCommit.of(commit));
    }

    /** Writes it within the transaction of a session. */
    void write(Session session) throws SQLException {
        Tables<SQLException> tables = tables(session);
        new CommitWriter<>(tables, encoded).write();
    }

    /** The tables within the transaction of a session. */
    static Tables<SQLException> tables(Session session) {
        return new Tables<>(
                new SqliteNegotiations(session),
                new SqliteCampaigns(session),
                new SqliteInbox(session),
                new SqliteOutbox(session),
                new SqliteSteps(session));
    }
}
