package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;

/** What was to be restored is stored already, and otherwise. Nothing was written. */
public final class RestoreConflictException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private RestoreConflictException(String subject, String difference) {
        super(subject + " is stored already, " + difference
                + "; what stands is left as it is, delete it first or restore into another store");
    }

    /** A negotiation, or what is kept with it. */
    public static RestoreConflictException negotiation(NegotiationId id, long restored, long stored) {
        return new RestoreConflictException(
                "negotiation " + id,
                restored == stored
                        ? "at the same revision with other content"
                        : "at revision " + stored + " instead of " + restored);
    }

    /** A message, or how far it has come. */
    public static RestoreConflictException message(MessageId id) {
        return new RestoreConflictException("message " + id, "with other content or another delivery");
    }
}
