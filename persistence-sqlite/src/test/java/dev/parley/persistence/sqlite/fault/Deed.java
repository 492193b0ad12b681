package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import java.util.List;

/** What a store makes durable at once, and the rows that it writes for it. */
enum Deed {
    /** The last step of a life, which has a part of every kind. */
    STEP,

    /** The opening offer recorded as sent, and its thread bound. */
    RECORD,

    /** A message claimed. */
    CLAIM;

    static final NegotiationId ID = new NegotiationId("n.0");

    /** The revision of the life on which it is done. */
    long from() {
        return this == STEP ? Life.LAST - 1 : Life.OFFERED;
    }

    List<String> writes() {
        return switch (this) {
            case STEP ->
                List.of(
                        "UPDATE ON parley_negotiations",
                        "INSERT ON parley_agreements",
                        "INSERT ON parley_inbound_messages",
                        "INSERT ON parley_outbound_messages",
                        "INSERT ON parley_deliveries",
                        "INSERT ON parley_steps");
            case RECORD -> List.of("UPDATE ON parley_negotiations", "UPDATE ON parley_deliveries");
            case CLAIM -> List.of("UPDATE ON parley_deliveries");
        };
    }

    void doIt(NegotiationStore store) {
        if (this != CLAIM) {
            store.commit(Life.next(store.find(ID).orElseThrow(), "n"));
        } else if (store.claim(Fixtures.OPENED_AT, Life.DUE).isEmpty()) {
            throw new AssertionError("nothing is due");
        }
    }

    /** Whether a file says that it was done. */
    boolean isDone(Audit audit) {
        return this == CLAIM
                ? audit.deliveries().get(ID + "-out-2").state() == DeliveryState.SENDING
                : audit.revision(ID.value()) == from() + 1;
    }
}
