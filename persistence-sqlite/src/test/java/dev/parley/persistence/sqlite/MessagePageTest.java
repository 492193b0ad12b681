package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.Page;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagePageTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    @TempDir
    Path directory;

    @Test
    void holdsFewLargeMessagesWhateverItsLimit() {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(directory.resolve("parley.db"))) {
            List<OutboundMessage> owed =
                    IntStream.range(0, 12).mapToObj(MessagePageTest::large).toList();
            Owing.open(store, ID, owed);
            List<OutboundMessage> met = new ArrayList<>();

            Page.<OwedMessage>walk(100, page -> store.owed(DeliveryFilter.open(), page), page -> {
                assertTrue(page.rows().size() <= 5, () -> page.rows().size() + " of 1 MB on one page");
                page.rows().forEach(message -> met.add(message.message()));
            });

            assertEquals(owed, met);
        }
    }

    private static OutboundMessage large(int number) {
        Attributes content = Attributes.of(Map.of("text", "x".repeat(1_000_000)));
        return new OutboundMessage(new MessageId("m-" + number), ID, Fixtures.OPENED_AT, content);
    }
}
