package dev.parley.cli.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.copy.CopyProgress.Phase;
import dev.parley.cli.copy.CopyReport.Outcome;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Moving;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A copy that is interrupted goes on, and the comparison in its end finds what is not as it was. */
class StoreCopyTest {
    private final InMemoryNegotiationStore source = new InMemoryNegotiationStore();
    private final InMemoryNegotiationStore destination = new InMemoryNegotiationStore();

    /** More than two pages of negotiations, each owing a message. */
    private void fill(int negotiations) {
        new Desk(source).openMany("n", negotiations);
        Dispatch dispatch = new Dispatch(source);
        for (int i = 0; i < negotiations; i++) {
            dispatch.owe("n-" + i, "m-" + (negotiations - i));
        }
    }

    @Test
    void aCopyGoesOnWhereverItsDestinationFailed() {
        fill(1_200);
        List<Long> written = new ArrayList<>();
        for (int calls = 0; ; calls++) {
            CopyableStore failing = Interposed.failingAt(calls, destination);
            try {
                CopyReport report = new StoreCopy(source, failing, CopyProgress.none()).copy();
                written.add(report.written());
                assertEquals(Outcome.EQUAL, report.outcome());
                break;
            } catch (StoreFailureException failed) {
                new Moving(source, destination).copies();
            }
        }
        assertEquals(List.of(0L), written, "page by page it came to its end, and the last run had nothing left to do");
        new Moving(source, destination).mustBeAlike("interrupted at each page, the copy is equal");
    }

    @Test
    void progressCountsToTheEnd() {
        fill(1_200);
        List<String> told = new ArrayList<>();
        new StoreCopy(source, destination, (phase, done, total) -> {
                    if (phase != Phase.READING) {
                        told.add(phase + " " + done + "/" + total);
                    }
                })
                .copy();
        assertEquals(
                List.of(
                        "CAMPAIGNS 1/1",
                        "NEGOTIATIONS 500/1200",
                        "NEGOTIATIONS 1000/1200",
                        "NEGOTIATIONS 1200/1200",
                        "MESSAGES 500/1200",
                        "MESSAGES 1000/1200",
                        "MESSAGES 1200/1200",
                        "COMPARING 1/2401",
                        "COMPARING 501/2401",
                        "COMPARING 1001/2401",
                        "COMPARING 1201/2401",
                        "COMPARING 1701/2401",
                        "COMPARING 2201/2401",
                        "COMPARING 2401/2401"),
                told);
    }

    @Test
    void aSourceThatIsWrittenToMeanwhileIsNoticed() {
        fill(3);
        CopyReport report = copied(() -> {
            Desk desk = new Desk(source);
            desk.step(desk.read(new NegotiationId("n-1")), NegotiationEvent.PAUSE);
            desk.open("late");
        });
        assertEquals(Outcome.DIFFERENT, report.outcome());
        assertEquals(
                List.of(
                        new CopyFinding(
                                "negotiation n-1",
                                "it stands at revision 2 there and at 3 at the source; was one of them written to meanwhile?"),
                        new CopyFinding("negotiation late", "it is missing at the destination; copy again")),
                report.findings());
    }

    @Test
    void aMessageThatCameFurtherMeanwhileIsNoticed() {
        fill(2);
        CopyReport report = copied(() -> new Dispatch(destination).claim(Dispatch.at(5)));
        assertEquals(Outcome.DIFFERENT, report.outcome());
        assertEquals(1, report.findings().size());
        assertTrue(report.findings().get(0).problem().startsWith("it is sending there and pending at the source"));
    }

    @Test
    void anotherOrderIsNoticed() {
        fill(3);
        new Moving(source, destination).campaigns();
        OwedMessage last = source.owedBy(new NegotiationId("n-2")).get(0);
        destination.restore(new Restoration(new Moving(source, destination).copies(), List.of(last)));

        CopyReport report = new StoreCopy(source, destination, CopyProgress.none()).copy();

        assertEquals(Outcome.DIFFERENT, report.outcome());
        assertEquals(
                List.of(new CopyFinding(
                        "message m-3", "it stands in another place at the destination, as may others behind it")),
                report.findings());
    }

    @Test
    void messagesAreNotCopiedWhereNegotiationsConflict() {
        fill(2);
        Desk desk = new Desk(destination);
        desk.open("n-0");

        CopyReport report = new StoreCopy(source, destination, CopyProgress.none()).copy();

        assertEquals(Outcome.CONFLICT, report.outcome());
        assertEquals(
                List.of("negotiation n-0"),
                report.findings().stream().map(CopyFinding::subject).toList());
        assertThrows(AssertionError.class, () -> new Moving(source, destination).mustBeAlike("they are not"));
        assertEquals(List.of(), new Moving(destination, source).owed());
    }

    /** Something happens when all is copied and nothing compared. */
    private CopyReport copied(Runnable meanwhile) {
        List<Phase> seen = new ArrayList<>();
        return new StoreCopy(source, destination, (phase, done, total) -> {
                    if (phase == Phase.MESSAGES && done == total && !seen.contains(phase)) {
                        seen.add(phase);
                        meanwhile.run();
                    }
                })
                .copy();
    }
}
