package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineLimitsTest {
    private static final NegotiationId LARGE = new NegotiationId("large");

    @TempDir
    Path directory;

    @Test
    void theLargestContextAndALongHistoryFit() throws Exception {
        try (QuarantineDesk desk = new QuarantineDesk(directory.resolve("parley.db"))) {
            // Each of these characters takes six in JSON, and more when that JSON is text in JSON.
            String text = "\u0001".repeat(Attributes.MAX_BYTES / 6 - 20);
            List<NegotiationEvent> events = new ArrayList<>(List.of(NegotiationEvent.SEND_OFFER));
            for (int round = 0; round < 2_500; round++) {
                Collections.addAll(events, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER);
            }
            NegotiationSnapshot opened = Negotiation.open(
                            LARGE, Fixtures.CAMPAIGN, null, Attributes.of(Map.of("text", text)), Fixtures.OPENED_AT)
                    .on(events, Fixtures.OPENED_AT, "\u0001".repeat(50))
                    .snapshot();
            desk.store().commit(Commit.of(NegotiationChange.opened(opened)));
            Stored<NegotiationSnapshot> before = desk.store().find(LARGE).orElseThrow();
            String mended = desk.raw(QuarantinedKind.NEGOTIATION, 4);
            desk.run("UPDATE parley_negotiations SET round_count = 7 WHERE position = 4");
            desk.store().quarantine(desk.damage(QuarantinedKind.NEGOTIATION, 4), Fixtures.OPENED_AT);

            desk.store().release(desk.only().number(), mended);

            assertEquals(before, desk.store().find(LARGE).orElseThrow());
        }
    }

    @Test
    void theTextOfAnAppsFileInUtf16IsTextToo() throws Exception {
        Path file = Files.createFile(directory.resolve("app.db"));
        try (Sql app = Sql.on(file)) {
            app.run("PRAGMA encoding = 'UTF-16'");
            app.run("CREATE TABLE audit (line TEXT)");
        }
        try (QuarantineDesk desk = new QuarantineDesk(file)) {
            List<String> sound = desk.picture();
            String mended = desk.raw(QuarantinedKind.NEGOTIATION, 1);
            assertTrue(mended.contains("\"thread_id\":\"thread of first\""), mended);
            desk.run("UPDATE parley_negotiations SET round_count = 7 WHERE position = 1");
            desk.store().quarantine(desk.damage(QuarantinedKind.NEGOTIATION, 1), Fixtures.OPENED_AT);

            desk.store().release(desk.only().number(), mended);

            assertEquals(sound, desk.picture());
        }
    }
}
