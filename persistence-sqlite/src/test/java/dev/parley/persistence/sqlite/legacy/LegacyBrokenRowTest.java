package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One row between two sound ones is broken: it is named, and the two are read. */
class LegacyBrokenRowTest {
    private static final String SECRET = "s3cret";

    @TempDir
    private Path directory;

    private LegacyFile source;

    @BeforeEach
    void create() throws Exception {
        source = LegacyFile.createLax(directory.resolve("legacy.db"));
        source.with(LegacyFile.row("sound-1"));
    }

    @AfterEach
    void close() throws Exception {
        source.close();
    }

    @Test
    void contextThatIsNoJson() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": " + SECRET + "}", "no valid JSON");
    }

    @Test
    void contextThatBreaksOff() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": \"" + SECRET, "no valid JSON");
    }

    @Test
    void contextThatIsNoObject() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "[\"" + SECRET + "\"]", "must be a JSON object");
    }

    @Test
    void contextWithAKeyTwice() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": 1, \"a\": \"" + SECRET + "\"}", "twice");
    }

    @Test
    void contextWithNotANumber() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": NaN}", "no valid JSON");
    }

    @Test
    void contextWithInfinity() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": -Infinity}", "no valid JSON");
    }

    @Test
    void contextWithALoneSurrogate() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": \"" + SECRET + "\\ud83c\"}", "lone surrogate");
    }

    @Test
    void contextWithALoneSurrogateInAKey() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"\\ud83c\": \"" + SECRET + "\"}", "context_json");
    }

    @Test
    void contextThatIsNoUtf8() throws Exception {
        source.with(LegacyFile.row("broken"))
                .execute("UPDATE negotiation_state SET context_json = CAST(x'7b2261223a22ff227d' AS TEXT)"
                        + " WHERE thread_id = 'broken'");
        assertNamed("broken", "context_json: is no valid UTF-8");
    }

    @Test
    void contextNestedDeeperThanSixtyFourLevels() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": " + "[".repeat(65) + "]".repeat(65) + "}", "nests deeper than 64");
    }

    @Test
    void contextNestedDeeperThanAnyReaderGoes() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": " + "[".repeat(100_000), "levels of nesting");
    }

    @Test
    void contextOfMoreThanAMebibyte() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": \"" + "x".repeat(1 << 20) + "\"}", "at most 1048576");
    }

    @Test
    void contextLargerThanIsRead() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{}" + " ".repeat(Cell.MAX_BYTES), "takes");
    }

    @Test
    void contextWithANumberOfTooManyDigits() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": " + "9".repeat(101) + "}", "more than 100 digits");
    }

    @Test
    void contextWithANumberOfAMillionDigits() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": " + "9".repeat(1_000_000) + "}", "exceeds a limit");
    }

    @Test
    void contextWithAnExponentOutOfRange() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\": 1E+1000000000}", "scale");
    }

    @Test
    void unknownState() throws Exception {
        assertNamed(LegacyColumn.STATE, SECRET, "state");
    }

    @Test
    void unknownEvent() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[[\"initial_offer\", \"" + SECRET + "\", \"awaiting_reply\"]]", "event");
    }

    @Test
    void unknownStateInTheHistory() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[[\"initial_offer\", \"send_offer\", \"" + SECRET + "\"]]", "state");
    }

    @Test
    void historyThatLeadsElsewhere() throws Exception {
        assertNamed(LegacyColumn.STATE, "agreed", "the state is agreed");
    }

    @Test
    void historyThatIsMissing() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[]", "ends in initial_offer");
    }

    @Test
    void historyWithAnIllegalTransition() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[[\"initial_offer\", \"accept\", \"awaiting_reply\"]]", "is not legal");
    }

    @Test
    void historyWithAGap() throws Exception {
        assertNamed(
                LegacyColumn.HISTORY,
                "[[\"initial_offer\", \"send_offer\", \"awaiting_reply\"],"
                        + " [\"counter_sent\", \"receive_reply\", \"counter_received\"]]",
                "does not continue");
    }

    @Test
    void historyThatIsNoArray() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "{}", "must be a JSON array");
    }

    @Test
    void historyEntryOfTwoParts() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[[\"initial_offer\", \"send_offer\"]]", "entry 1");
    }

    @Test
    void historyEntryThatIsNoText() throws Exception {
        assertNamed(LegacyColumn.HISTORY, "[[\"initial_offer\", null, \"awaiting_reply\"]]", "entry 1");
    }

    @Test
    void negativeRounds() throws Exception {
        assertNamed(LegacyColumn.ROUND_COUNT, -1, "round_count: must not be negative");
    }

    @Test
    void roundsOutOfRange() throws Exception {
        assertNamed(LegacyColumn.ROUND_COUNT, 1L << 31, "round_count: is out of range");
    }

    @Test
    void roundsInText() throws Exception {
        assertNamed(LegacyColumn.ROUND_COUNT, SECRET, "round_count: must be a whole number");
    }

    @Test
    void roundsWithAFraction() throws Exception {
        assertNamed(LegacyColumn.ROUND_COUNT, 1.5, "round_count: is of SQLite's type real");
    }

    @Test
    void contextInABlob() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, new byte[] {'{', '}'}, "context_json: is of SQLite's type blob");
    }

    @Test
    void contextThatIsNull() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, null, "context_json: is null");
    }

    @Test
    void contextThatIsEmptyText() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "", "context_json: is empty");
    }

    @Test
    void timeThatIsNone() throws Exception {
        assertNamed(LegacyColumn.CREATED_AT, "yesterday", "created_at");
    }

    @Test
    void timeThatIsNull() throws Exception {
        assertNamed(LegacyColumn.UPDATED_AT, null, "updated_at: is null");
    }

    @Test
    void campaignWithoutABudget() throws Exception {
        assertNamed(LegacyColumn.CAMPAIGN, LegacyFile.campaign("spring").replace("budget", "b"), "budget");
    }

    @Test
    void campaignWithANegativeBudget() throws Exception {
        assertNamed(LegacyColumn.CAMPAIGN, LegacyFile.campaign("spring").replace("5000.00", "-1"), "budget");
    }

    @Test
    void campaignWithALoneSurrogate() throws Exception {
        assertNamed(LegacyColumn.CAMPAIGN, LegacyFile.campaign("spring").replace("Acme", "\\udfa5"), "lone surrogate");
    }

    @Test
    void trackerOfAnotherCampaign() throws Exception {
        assertNamed(LegacyColumn.TRACKER, LegacyFile.tracker("autumn"), "belongs to campaign autumn");
    }

    @Test
    void trackerWithNotANumber() throws Exception {
        assertNamed(LegacyColumn.TRACKER, LegacyFile.tracker("spring", "NaN"), "cpm");
    }

    @Test
    void trackerWithANegativeTotal() throws Exception {
        assertNamed(LegacyColumn.TRACKER, LegacyFile.tracker("spring").replace("10", "-10"), "total_influencers");
    }

    @Test
    void threadIdWithANewline() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, SECRET + "\nsecond line", "rowid 2", "control characters");
    }

    @Test
    void threadIdThatIsBlank() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, " ", "rowid 2", "must not be blank");
    }

    @Test
    void threadIdThatIsTooLong() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, "x".repeat(999), "rowid 2", "999 characters");
    }

    @Test
    void threadIdThatIsNull() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, null, "rowid 2", "thread_id: is null");
    }

    @Test
    void threadIdOfAnEarlierRow() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, "sound-1", "sound-1", "stands in an earlier row");
    }

    @Test
    void threadIdInABlob() throws Exception {
        assertNamed(LegacyColumn.THREAD_ID, new byte[] {'a'}, "rowid 2", "thread_id: is of SQLite's type blob");
    }

    @Test
    void aKeyThatWouldBreakTheLineIsNamedOnOneLine() throws Exception {
        assertNamed(LegacyColumn.CONTEXT, "{\"a\\nb\\u2028\": \"\\ud83c\"}", "a\ufffdb\ufffd");
    }

    private void assertNamed(LegacyColumn column, @Nullable Object value, String reason) throws Exception {
        assertNamed(column, value, "broken", reason);
    }

    private void assertNamed(LegacyColumn column, @Nullable Object value, String row, String reason) throws Exception {
        source.with("broken", column, value);
        assertNamed(row, reason);
    }

    private void assertNamed(String row, String reason) throws Exception {
        LegacyDatabase legacy = source.with(LegacyFile.row("sound-2")).read();

        assertEquals(
                List.of("sound-1", "sound-2"),
                legacy.negotiations().stream()
                        .map(NegotiationSnapshot::id)
                        .map(NegotiationId::value)
                        .toList());
        assertEquals(1, legacy.findings().size(), legacy.findings()::toString);
        Finding finding = legacy.findings().get(0);
        assertEquals(row, finding.row());
        assertFalse(finding.imported());
        assertTrue(finding.reason().contains(reason), finding::reason);
        assertFalse(finding.reason().contains(SECRET), finding::reason);
        assertTrue(finding.reason().lines().count() == 1, finding::reason);
    }
}
