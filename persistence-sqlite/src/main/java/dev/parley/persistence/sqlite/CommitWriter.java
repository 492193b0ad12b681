package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedCampaign;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedChange;
import dev.parley.persistence.sqlite.EncodedCommit.Handled;
import dev.parley.persistence.sqlite.EncodedCommit.Moved;
import dev.parley.persistence.sqlite.EncodedCommit.Owed;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.MessageRow;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Writes the parts of a commit in the order the port names, inside one transaction. */
final class CommitWriter {
    private static final String INSERT_INBOUND = """
            INSERT INTO parley_inbound_messages (negotiation, message_id, received_at, content, checksum)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String POSITION = "SELECT position FROM parley_negotiations WHERE negotiation_id = ?";

    private final Session session;
    private final EncodedCommit encoded;
    private final Map<NegotiationId, Long> positions = new HashMap<>();

    CommitWriter(Session session, EncodedCommit encoded) {
        this.session = session;
        this.encoded = encoded;
    }

    void write() throws SQLException {
        Commit commit = encoded.commit();
        if (commit.step() != null) {
            StepLog.requireNew(session, commit.changes().get(0).id(), commit.step());
        }
        writeNegotiations(commit);
        writeMessages();
        if (encoded.step() != null) {
            NegotiationId id = commit.changes().get(0).id();
            StepLog.record(session, id, position(id), encoded.step());
        }
    }

    private void writeNegotiations(Commit commit) throws SQLException {
        CampaignWriter campaigns = new CampaignWriter(session);
        NegotiationWriter negotiations = new NegotiationWriter(session);
        for (EncodedCampaign campaign : encoded.campaigns()) {
            campaigns.register(campaign);
        }
        for (EncodedChange change : encoded.changes()) {
            negotiations.write(change, commit.books(change.change().id()));
        }
        for (CpmAgreement agreement : commit.agreements()) {
            campaigns.book(agreement);
        }
    }

    private void writeMessages() throws SQLException {
        OutboxWriter outbox = new OutboxWriter(session);
        for (Handled handled : encoded.handled()) {
            handle(handled, position(handled.message().negotiationId()));
        }
        for (Owed owed : encoded.owed()) {
            outbox.owe(owed, position(owed.message().negotiationId()));
        }
        for (Moved moved : encoded.moved()) {
            outbox.move(moved);
        }
    }

    /** Whatever else a commit has belongs to one of its changes, which were written before. */
    private long position(NegotiationId id) throws SQLException {
        Long known = positions.get(id);
        if (known != null) {
            return known;
        }
        long position = session.number(POSITION, id.value());
        positions.put(id, position);
        return position;
    }

    private void handle(Handled handled, long negotiation) throws SQLException {
        MessageRow row = handled.row();
        int inserted = session.update(
                INSERT_INBOUND,
                negotiation,
                row.messageId(),
                row.at(),
                row.content(),
                row.checksum(handled.message().negotiationId().value()));
        if (inserted == 0) {
            throw new DuplicateMessageException(handled.message().id());
        }
    }
}
