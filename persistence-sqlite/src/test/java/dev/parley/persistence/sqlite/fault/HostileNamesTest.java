package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.crash.Fault;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is SQL, a pattern, a parameter or a picture is text: as an id, a thread, a key and a content. */
class HostileNamesTest {
    private static final Fault FAULT = Fault.named("hostile text");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE parley_negotiations; --",
                "\" OR 1=1 --",
                "?1 :name @x $y",
                "%_\\",
                "NULL",
                "0x00",
                "👩🏽‍🚀 🇩🇪",
                "שלום \u202e",
                "e\u0301",
                "\ufeff\ufffd"
            })
    void isJustText(String text) throws Exception {
        CampaignId campaign = new CampaignId(text);
        NegotiationId id = new NegotiationId(text);
        Path file = directory.resolve("parley.db");
        Stored<NegotiationSnapshot> after;
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(campaign)));
            store.commit(Commit.of(NegotiationChange.opened(
                    Fixtures.negotiation(text, campaign, text).snapshot())));
            store.commit(Commit.of(NegotiationChange.opened(
                    Fixtures.negotiation("another", campaign, "other").snapshot())));
            NegotiationChange change = Steps.context(store.find(id).orElseThrow(), text, text + "\u0000" + text);
            Commit commit = Commit.of(change)
                    .withMessages(List.of(Fixtures.inbound(text, id)), List.of(Fixtures.outbound(text, id)))
                    .named(Fixtures.step(text));
            store.commit(commit);
            after = Life.after(commit);
        }
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(after, store.find(id).orElseThrow());
            assertEquals(after, store.findByThread(after.value().threadId()).orElseThrow());
            assertEquals(
                    Fixtures.campaign(campaign), store.findCampaign(campaign).orElseThrow());
            assertEquals(List.of(Fixtures.inbound(text, id)), store.handledBy(id));
            assertEquals(List.of(OwedMessage.of(Fixtures.outbound(text, id))), store.owedBy(id));
            assertEquals(List.of(), store.owedBy(new NegotiationId("another")));
            Stored<NegotiationSnapshot> other =
                    store.find(new NegotiationId("another")).orElseThrow();
            store.commit(Commit.of(Steps.events(other, NegotiationEvent.SEND_OFFER)));
            assertEquals(after, store.find(id).orElseThrow(), "what names one does not touch another");
        }
    }

    @Test
    void thatIsNoTextIsRefusedBeforeTheStore() {
        assertThrows(InvalidValueException.class, () -> new NegotiationId("a\u0000b"));
        assertThrows(InvalidValueException.class, () -> new NegotiationId("lone \ud83d"));
        assertThrows(InvalidValueException.class, () -> Attributes.empty().with("key", "lone \ud83d"));
        FAULT.ran("SQL, patterns, NUL and emoji are text; lone surrogates and NUL in an id are refused");
    }
}
