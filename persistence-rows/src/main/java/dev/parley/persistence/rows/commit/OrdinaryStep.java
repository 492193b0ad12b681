package dev.parley.persistence.rows.commit;

import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.rows.Cells;
import dev.parley.persistence.rows.NegotiationRow;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary step, for one statement. It writes what a step most often changes, and finds its row only if all else
 * stays as it is stored: above all what indexes hold, since an index whose columns are not named is not written.
 *
 * @param changesContext whether the context is written
 * @param cells what is to stand: state, round count, when a reply is due, when it expires, revision, history length,
 *     when it was updated, latest history and checksum, then the context and its checksum if that is written; and what
 *     must stand: id, revision, history length, latest history, thread, whether active, campaign and when it was created
 */
public record OrdinaryStep(boolean changesContext, Cells cells) {
    /**
     * Makes it of a change, before the database is locked.
     *
     * @param row what is to stand
     * @param context null if it stays as it is stored
     * @param latestBefore the end of the history that the change goes on from
     */
    static OrdinaryStep of(
            NegotiationChange change, NegotiationRow row, @Nullable String context, String latestBefore) {
        Cells written = Cells.of(
                row.state(),
                row.roundCount(),
                row.replyDueAt(),
                row.expiresAt(),
                change.newRevision(),
                row.historyLength(),
                row.updatedAt(),
                row.latestHistory(),
                row.checksum(change.newRevision(), false));
        if (context != null) {
            written = written.and(context, row.contextChecksum(context));
        }
        Cells cells = written.and(
                row.negotiationId(),
                change.decidedOn(),
                row.historyLength() - change.newEntries(),
                latestBefore,
                row.threadId(),
                row.active(),
                row.campaignId(),
                row.createdAt());
        return new OrdinaryStep(context != null, cells);
    }
}
