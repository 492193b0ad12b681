package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.application.RecoveryReport;
import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;

/** One store that is told many lines, most of which it should not understand. */
final class FuzzWorld {
    private final NegotiationStore store;
    private final SplittableRandom random;
    private final FuzzJudge judge;
    private final FuzzRequests requests;
    private final FuzzMutation mutation;
    private final SettableClock clock = new SettableClock(Conversation.NOW);

    FuzzWorld(NegotiationStore store, SplittableRandom random, FuzzJudge judge) {
        this.store = store;
        this.random = random;
        this.judge = judge;
        this.requests = new FuzzRequests(random);
        this.mutation = new FuzzMutation(random);
    }

    FuzzRequests requests() {
        return requests;
    }

    /** Says some lines, and looks at every answer and at what is stored in the end. */
    void run(int lines, String where) {
        int[] said = {0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FuzzFeed feed = new FuzzFeed(
                () -> said[0]++ < lines ? line(said[0]) : null,
                out,
                (line, written) -> heard(judge.check(line, written, where + ", line " + said[0])));
        new Batch(new Console(feed, out, err), Desk.on(store, clock), refused -> {
                    // Its answer is looked at.
                })
                .run();
        assertEquals("", err.toString(StandardCharsets.UTF_8), where);
        assertConsistent(where);
    }

    private byte[] line(int number) {
        clock.advance(Duration.ofSeconds(random.nextInt(20)));
        if (number <= FuzzRequests.BEGINNING.size()) {
            return FuzzRequests.BEGINNING.get(number - 1).getBytes(StandardCharsets.UTF_8);
        }
        int kind = random.nextInt(20);
        if (kind == 0) {
            return mutation.noise();
        }
        String request = requests.next();
        return kind < 9 ? request.getBytes(StandardCharsets.UTF_8) : mutation.of(request, requests.next());
    }

    private void heard(JsonObject answer) {
        if (answer != null
                && answer.optional("result") instanceof Map<?, ?> result
                && result.get("message") instanceof Map<?, ?> message
                && message.get("delivery") instanceof Map<?, ?> delivery) {
            requests.claimed(JsonObject.of("delivery", delivery).values());
        }
    }

    /** Whatever was done is whole: all of it is read back, and the counts are those of what is there. */
    private void assertConsistent(String where) {
        Desk desk = Desk.on(store, clock);
        long[] active = {0};
        long[] open = {0};
        Page.walk(
                100,
                page -> store.negotiations(NegotiationFilter.all(), page),
                page -> page.rows().forEach(row -> {
                    active[0] += row.value().state().isTerminal() ? 0 : 1;
                    Negotiation.restore(row.value());
                    assertEquals(row, store.find(row.value().id()).orElseThrow(), where);
                    JsonText.write(NegotiationJson.full(row.map(Negotiation::restore)));
                }));
        Page.walk(
                100,
                page -> store.owed(DeliveryFilter.open(), page),
                page -> open[0] += page.rows().size());
        RecoveryReport report = desk.negotiations().recover(negotiation -> {});
        assertEquals(active[0], report.recovered(), where);
        assertEquals(
                open[0],
                report.backlog().owed()
                        + report.backlog().unconfirmed()
                        + report.backlog().failed(),
                where);
    }
}
