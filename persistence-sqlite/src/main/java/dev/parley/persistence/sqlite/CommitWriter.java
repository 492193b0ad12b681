package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedCampaign;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedChange;
import dev.parley.persistence.sqlite.EncodedCommit.Handled;
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

    private static final String INSERT_OUTBOUND = """
            INSERT INTO parley_outbound_messages (negotiation, message_id, owed_since, content, checksum)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String INSERT_STEP = """
            INSERT INTO parley_steps (negotiation, idempotency_key, revision)
            VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";

    private final Session session;
    private final Map<NegotiationId, Long> positions = new HashMap<>();

    CommitWriter(Session session) {
        this.session = session;
    }

    void write(EncodedCommit encoded) throws SQLException {
        Commit commit = encoded.commit();
        CampaignWriter campaigns = new CampaignWriter(session);
        NegotiationWriter negotiations = new NegotiationWriter(session);
        for (EncodedCampaign campaign : encoded.campaigns()) {
            campaigns.register(campaign);
        }
        for (EncodedChange change : encoded.changes()) {
            NegotiationId id = change.change().id();
            positions.put(id, negotiations.write(change, commit.books(id)));
        }
        for (CpmAgreement agreement : commit.agreements()) {
            campaigns.book(agreement);
        }
        for (Handled handled : encoded.handled()) {
            insert(
                    INSERT_INBOUND,
                    handled.message().negotiationId(),
                    handled.message().id(),
                    handled.row());
        }
        for (Owed owed : encoded.owed()) {
            insert(
                    INSERT_OUTBOUND,
                    owed.message().negotiationId(),
                    owed.message().id(),
                    owed.row());
        }
        if (commit.key() != null) {
            name(commit.changes().get(0), commit.key());
        }
    }

    private void insert(String sql, NegotiationId negotiationId, MessageId id, MessageRow row) throws SQLException {
        int inserted = session.update(
                sql,
                positions.get(negotiationId),
                row.messageId(),
                row.at(),
                row.content(),
                row.checksum(negotiationId.value()));
        if (inserted == 0) {
            throw new DuplicateMessageException(id);
        }
    }

    private void name(NegotiationChange change, IdempotencyKey key) throws SQLException {
        int inserted = session.update(INSERT_STEP, positions.get(change.id()), key.value(), change.newRevision());
        if (inserted == 0) {
            throw new DuplicateStepException(change.id(), key);
        }
    }
}
