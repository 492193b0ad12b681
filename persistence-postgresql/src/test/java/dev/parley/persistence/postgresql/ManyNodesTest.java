package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes step on the same negotiations and send for them, all at once; each negotiation keeps its order. */
@Timeout(120)
class ManyNodesTest {
    private static final int NODES = 4;
    private static final int STEPS = 30;
    private static final Instant NOW = Fixtures.OPENED_AT.plus(Duration.ofDays(1));
    private static final List<NegotiationId> IDS =
            List.of(new NegotiationId("one"), new NegotiationId("two"), new NegotiationId("three"));

    @AutoClose
    private final TestSchema schema;

    private final AtomicInteger sent = new AtomicInteger();
    private final ConcurrentLinkedQueue<MessageId> order = new ConcurrentLinkedQueue<>();

    ManyNodesTest() throws SQLException {
        schema = TestSchema.create();
    }

    private PostgresNegotiationStore open() {
        return PostgresNegotiationStore.open(
                SharedPool.get(),
                Options.defaults().durability(Durability.AS_CONFIGURED).schema(schema.name()));
    }

    @Test
    void noStepIsLostAndMessagesOfANegotiationGoOutInTheOrderOfItsSteps() throws Exception {
        try (PostgresNegotiationStore store = open()) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            IDS.forEach(id -> store.commit(Commit.of(
                    NegotiationChange.opened(Fixtures.negotiation(id.value()).snapshot()))));

            List<FutureTask<Void>> work = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                work.add(new FutureTask<>(this::step, null));
                work.add(new FutureTask<>(this::send, null));
            }
            work.forEach(task -> new Thread(task).start());
            for (FutureTask<Void> task : work) {
                task.get();
            }

            assertEquals(NODES * STEPS * IDS.size(), sent.get(), "each message once");
            for (NegotiationId id : IDS) {
                assertEquals(1 + NODES * STEPS, store.find(id).orElseThrow().revision(), "no step is lost");
                List<MessageId> inOrder =
                        store.owedBy(id).stream().map(OwedMessage::id).toList();
                for (int i = 0; i < inOrder.size(); i++) {
                    assertEquals(id + " " + (i + 2), inOrder.get(i).value(), "they are owed in the order of the steps");
                }
                assertEquals(
                        inOrder,
                        order.stream()
                                .filter(message -> message.value().startsWith(id + " "))
                                .toList(),
                        "and go out in it");
            }
        }
    }

    /** Each step owes a message that is named by the revision it led to. */
    private void step() {
        try (PostgresNegotiationStore store = open()) {
            for (int i = 0; i < STEPS * IDS.size(); i++) {
                stepOn(store, IDS.get(i % IDS.size()), i);
            }
        }
    }

    private void stepOn(PostgresNegotiationStore store, NegotiationId id, int number) {
        while (true) {
            Stored<NegotiationSnapshot> read = store.find(id).orElseThrow();
            OutboundMessage message = Fixtures.outbound(id + " " + (read.revision() + 1), id);
            try {
                store.commit(
                        Commit.of(Steps.context(read, "number", number)).withMessages(List.of(), List.of(message)));
                return;
            } catch (StaleRevisionException another) {
                Thread.onSpinWait();
            }
        }
    }

    /** Writes down what it sends while nobody else may have a message of the negotiation. */
    private void send() {
        try (PostgresNegotiationStore store = open()) {
            while (sent.get() < NODES * STEPS * IDS.size()) {
                Optional<OwedMessage> claimed = store.claim(NOW, NOW.plusSeconds(60));
                if (claimed.isPresent()) {
                    order.add(claimed.get().id());
                    OwedMessage after = claimed.get().sent(NOW, Receipt.plain());
                    store.commit(Commit.of(DeliveryChange.of(claimed.get(), after)));
                    sent.incrementAndGet();
                }
            }
        }
    }
}
