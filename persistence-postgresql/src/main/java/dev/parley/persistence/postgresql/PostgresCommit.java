package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.NamedStep;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.commit.CommitWriter;
import dev.parley.persistence.rows.commit.EncodedCommit;
import dev.parley.persistence.rows.commit.StepTable;
import dev.parley.persistence.rows.commit.Tables;
import java.sql.SQLException;

/** A commit with its rows made, so that rows are locked for the writing alone. */
record PostgresCommit(EncodedCommit encoded) {
    static PostgresCommit of(Commit commit) {
        return new PostgresCommit(EncodedCommit.of(commit));
    }

    /** Writes it within the transaction of a session. */
    void write(Session session) throws SQLException {
        Tables<SQLException> tables = tables(session);
        try {
            new CommitWriter<>(tables, encoded).write();
        } catch (CommitRefusedException refused) {
            throw refusal(tables.steps(), refused);
        }
    }

    /** What else is wrong with a step that was committed since its name was looked for is not asked. */
    private RuntimeException refusal(StepTable<SQLException> steps, CommitRefusedException otherwise)
            throws SQLException {
        Commit commit = encoded.commit();
        NamedStep step = commit.step();
        if (step == null) {
            return otherwise;
        }
        NegotiationId id = commit.changes().get(0).id();
        return steps.find(id, step.key())
                .<RuntimeException>map(known -> known.refusal(id, step))
                .orElse(otherwise);
    }

    /** The tables within the transaction of a session. */
    static Tables<SQLException> tables(Session session) {
        return new Tables<>(
                new PostgresNegotiations(session),
                new PostgresCampaigns(session),
                new PostgresInbox(session),
                new PostgresOutbox(session),
                new PostgresSteps(session));
    }
}
