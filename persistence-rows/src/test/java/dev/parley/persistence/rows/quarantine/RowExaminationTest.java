package dev.parley.persistence.rows.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.quarantine.RowExamination.Counts;
import dev.parley.persistence.rows.quarantine.RowExamination.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every kind of row is walked to its end; who is told depends on the store. */
class RowExaminationTest {
    private final List<String> told = new ArrayList<>();
    private ExaminedRows.Agreements agreements = new ExaminedRows.Agreements(List.of(), 0);

    @Test
    void everyPageOfEveryKindIsRead() {
        assertEquals(new Counts(3, 3, 6), examine());
        assertEquals(
                List.of(
                        "damage campaign lost: why",
                        "damage negotiation lost: why",
                        "damage inbound_message lost: why",
                        "damage outbound_message lost: why",
                        "damage step lost: why"),
                told);
    }

    @Test
    void whatDoesNotGoTogetherIsNoDamage() {
        agreements = new ExaminedRows.Agreements(List.of("again"), 2);
        examine();
        assertEquals(
                List.of(
                        "notice negotiation again: stands elsewhere than in agreed, but an agreement of it is booked;"
                                + " it was opened again",
                        "notice database: 2 negotiations have agreed without booking an agreement"),
                told.subList(5, told.size()));
    }

    private Counts examine() {
        return new RowExamination(new TwoPages(), new Told()).run();
    }

    /** Of each kind two rows and one that cannot be read, and another row on the second page. */
    private final class TwoPages implements ExaminedRows {
        @Override
        public Page<?> page(QuarantinedKind kind, PageRequest request) {
            if (request.after() == 0) {
                return new Page<>(
                        List.of("a", "b"),
                        List.of(new UnreadableRow(kind.code(), 3, "lost", "why")),
                        OptionalLong.of(3));
            }
            assertEquals(3, request.after());
            return new Page<>(List.of("c"), List.of(), OptionalLong.empty());
        }

        @Override
        public Agreements agreements() {
            return agreements;
        }
    }

    private final class Told implements Findings {
        @Override
        public void damage(String subject, String problem) {
            told.add("damage " + subject + ": " + problem);
        }

        @Override
        public void notice(String subject, String problem) {
            told.add("notice " + subject + ": " + problem);
        }
    }
}
