package dev.parley.persistence.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The cells of rows, in the orders that statements and checksums rely on. */
class RowCellsTest {
    private static final NegotiationRow NEGOTIATION =
            new NegotiationRow("id", "campaign", "thread", "state", true, 1, "due", "expires", 2, "at", "upd", "[]");

    private static final CampaignRow CAMPAIGN = new CampaignRow(
            "id", "client", "b", "deliverables", "[]", "1", "2", "platform", "time", "at", "{}", "3", "4", 5);

    @Test
    void aNegotiationIsSealedInOneOrderForEver() {
        long sealed = Checksum.of(
                "id", "campaign", "thread", "state", true, false, 1, "due", "expires", 7L, 2, "at", "upd", "[]");
        assertEquals(sealed, NEGOTIATION.checksum(7, false));
        assertArrayEquals(
                new Object[] {
                    "id",
                    "campaign",
                    "thread",
                    "state",
                    true,
                    false,
                    1,
                    "due",
                    "expires",
                    7L,
                    2,
                    "at",
                    "upd",
                    "[]",
                    sealed,
                    "{}",
                    Checksum.of("id", "{}")
                },
                NEGOTIATION.cells(7, false, "{}").values());
    }

    @Test
    void aChangeWritesNothingThatIsFixed() {
        assertArrayEquals(
                new Object[] {
                    "thread",
                    "state",
                    true,
                    false,
                    1,
                    "due",
                    "expires",
                    7L,
                    2,
                    "upd",
                    "[]",
                    NEGOTIATION.checksum(7, false),
                    9L
                },
                NEGOTIATION.changeable(7, false).and(9L).values());
    }

    @Test
    void aCampaignIsSealedInOneOrderForEver() {
        long sealed = Checksum.of(
                "id", "client", "b", "deliverables", "[]", "1", "2", "platform", "time", "at", "{}", "3", "4", 5);
        assertEquals(sealed, CAMPAIGN.checksum());
        Object[] cells = CAMPAIGN.cells().values();
        assertEquals(15, cells.length);
        assertEquals(sealed, cells[14]);
    }
}
