package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryJsonTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Transition OFFER = new Transition(
            NegotiationState.INITIAL_OFFER, NegotiationEvent.SEND_OFFER, NegotiationState.AWAITING_REPLY);
    private static final Transition REPLY = new Transition(
            NegotiationState.AWAITING_REPLY, NegotiationEvent.RECEIVE_REPLY, NegotiationState.COUNTER_RECEIVED);
    private static final Transition COUNTER = new Transition(
            NegotiationState.COUNTER_RECEIVED, NegotiationEvent.SEND_COUNTER, NegotiationState.COUNTER_SENT);

    private static final List<HistoryEntry> HISTORY = List.of(
            new HistoryEntry(1, OFFER, NOON, null),
            new HistoryEntry(2, REPLY, NOON.plusNanos(1_000), "she wrote \"no\"\n\u0000 \uD83D\uDE00"),
            new HistoryEntry(3, COUNTER, null, null));

    @Test
    void anEntryIsItsEventItsStateItsTimeAndItsCause() {
        assertEquals("""
                [["send_offer","awaiting_reply",1768478400000000],["receive_reply","counter_received",\
                1768478400000001,"she wrote \\"no\\"\\n\\u0000 \uD83D\uDE00"],["send_counter","counter_sent"]]""", HistoryJson.write(HISTORY));
    }

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        assertEquals(HISTORY, HistoryJson.read("history", List.of(HistoryJson.write(HISTORY))));
        assertEquals(List.of(), HistoryJson.read("history", List.of(HistoryJson.write(List.of()))));
    }

    @Test
    void textsThatFollowOneAnotherAreOneHistory() {
        for (int cut = 0; cut <= HISTORY.size(); cut++) {
            assertEquals(
                    HISTORY,
                    HistoryJson.read(
                            "history",
                            List.of(
                                    HistoryJson.write(HISTORY.subList(0, cut)),
                                    HistoryJson.write(HISTORY.subList(cut, HISTORY.size())))));
        }
    }

    @Test
    void joinedTextsAreTheTextOfAll() {
        for (int cut = 0; cut <= HISTORY.size(); cut++) {
            assertEquals(
                    HistoryJson.write(HISTORY),
                    HistoryJson.join(
                            HistoryJson.write(HISTORY.subList(0, cut)),
                            HistoryJson.write(HISTORY.subList(cut, HISTORY.size()))));
        }
        assertEquals(HistoryJson.NO_ENTRIES, HistoryJson.join(HistoryJson.NO_ENTRIES, HistoryJson.NO_ENTRIES));
    }

    @Test
    void aCauseWithoutATimeKeepsItsPlace() {
        List<HistoryEntry> imported = List.of(new HistoryEntry(1, OFFER, null, "imported"));

        assertEquals("[[\"send_offer\",\"awaiting_reply\",null,\"imported\"]]", HistoryJson.write(imported));
        assertEquals(imported, HistoryJson.read("history", List.of(HistoryJson.write(imported))));
    }

    @Test
    void everyTimeThatIsAllowedKeepsItsMicroseconds() {
        for (String at : List.of(
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z")) {
            List<HistoryEntry> history = List.of(new HistoryEntry(1, OFFER, Instant.parse(at), null));

            assertEquals(history, HistoryJson.read("history", List.of(HistoryJson.write(history))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[[]",
                "[\"send_offer\"]",
                "[[]]",
                "[[\"send_offer\"]]",
                "[[\"send_offer\",\"awaiting_reply\",null,null,null]]",
                "[[1,\"awaiting_reply\"]]",
                "[[null,\"awaiting_reply\"]]",
                "[[\"send_offer\",\"elsewhere\"]]",
                "[[\"from_the_future\",\"awaiting_reply\"]]",
                "[[\"send_offer\",\"awaiting_reply\",\"noon\"]]",
                "[[\"send_offer\",\"awaiting_reply\",\"2026-01-15T12:00:00Z\"]]",
                "[[\"send_offer\",\"awaiting_reply\",1768478400.5]]",
                "[[\"send_offer\",\"awaiting_reply\",9223372036854775807]]",
                "[[\"send_offer\",\"awaiting_reply\",9223372036854775808]]",
                "[[\"send_offer\",\"awaiting_reply\"]] []",
                "[[\"send_offer\",\"awaiting_reply\"],1]",
                "[[\"send_offer\",\"awaiting_reply\",null,7]]",
            })
    void whatIsNoHistoryIsRefusedWithoutQuotingIt(String text) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> HistoryJson.read("history", List.of(text)));

        assertFalse(refused.getMessage().contains("elsewhere"), refused.getMessage());
    }
}
