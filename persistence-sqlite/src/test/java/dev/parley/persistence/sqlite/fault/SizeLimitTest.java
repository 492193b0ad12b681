package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.crash.Fault;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.ValueTooLargeException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A context and a message of a byte less than the limit, of just that, and of a byte more, on a file. */
class SizeLimitTest {
    private static final Fault FAULT = Fault.named("size limit");
    private static final NegotiationId ID = new NegotiationId("n");

    /** What the guarantees promise: 1 MiB. */
    private static final int LIMIT = 1_048_576;

    /** What is left for a text under the key that the context of the fixtures has not. */
    private static final int ROOM =
            LIMIT - (int) Fixtures.context().with("text", "").encodedSize();

    @TempDir
    Path directory;

    @Test
    void isTheSameInTheFileAndInTheDomain() throws Exception {
        Path file = directory.resolve("parley.db");
        Stored<NegotiationSnapshot> last;
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            store.commit(
                    Commit.of(NegotiationChange.opened(Fixtures.negotiation("n").snapshot())));
            for (String ending : List.of("", "x", "é")) {
                // The last letter takes one byte or two, so all three texts end within the limit.
                String text = "x".repeat(ROOM - 2) + ending;
                Commit commit = owing(store.find(ID).orElseThrow(), text);
                store.commit(commit);
                assertEquals(Life.after(commit), store.find(ID).orElseThrow());
            }
            last = store.find(ID).orElseThrow();
            assertEquals(LIMIT, last.value().context().encodedSize());
            for (String tooLong : List.of("x".repeat(ROOM + 1), "x".repeat(ROOM - 1) + "é")) {
                assertThrows(ValueTooLargeException.class, () -> owing(last, tooLong));
                assertThrows(
                        ValueTooLargeException.class, () -> Fixtures.context().with("text", tooLong));
            }
            assertEquals(last, store.find(ID).orElseThrow(), "what is refused changes nothing");
        }
        assertEquals(
                List.of(String.valueOf(LIMIT)),
                Sql.rows(file, "SELECT length(CAST(context AS BLOB)) FROM parley_negotiations"));
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(last, store.find(ID).orElseThrow());
            OwedMessage largest = store.findOwed(new MessageId("out-4")).orElseThrow();
            assertEquals(LIMIT, largest.message().content().encodedSize());
            store.commit(owing(last, "short again"));
        }
        FAULT.ran("a byte less and exactly " + LIMIT + " bytes are kept, a byte more is refused, typed");
    }

    private static Commit owing(Stored<NegotiationSnapshot> before, String text) {
        NegotiationChange change = Steps.context(before, "text", text);
        MessageId id = new MessageId("out-" + change.newRevision());
        OutboundMessage message = new OutboundMessage(
                id, ID, Fixtures.OPENED_AT, Fixtures.context().with("text", text));
        return Commit.of(change).withMessages(List.of(), List.of(message));
    }
}
