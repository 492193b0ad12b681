package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.documents.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps under a key, the messages they answer, and how long the next reply is waited for. */
class BatchStepTest {
    private static final String OFFER = """
            {"op":"advance","negotiation_id":"n-1","events":["send_offer"],"revision":1,"key":"offer",\
            "owes":[{"message_id":"m-1","content":{"text":"20?"}}],"reply_due_at":"2026-03-02T10:00:00Z"}""";

    private static final String REPLY = """
            {"op":"advance","negotiation_id":"n-1","events":["receive_reply","send_counter"],\
            "handles":[{"message_id":"r-1","received_at":"2026-03-01T09:00:00Z","content":{"text":"30!"}}],\
            "owes":[{"message_id":"m-2","content":{"text":"25?"}}]}""";

    private final Conversation conversation = Conversation.withNegotiation();

    @Test
    void aStepThatIsAskedForAgainIsTakenOnce() {
        JsonObject first = conversation.result(OFFER);
        conversation.result(REPLY);

        JsonObject again = conversation.result(OFFER);

        assertEquals(false, first.required("repeated"));
        assertNull(first.optional("recorded"));
        assertEquals(true, again.required("repeated"));
        assertEquals(2, again.object("recorded").integer("revision"));
        assertEquals("awaiting_reply", again.object("recorded").text("state"));
        assertEquals(3, again.integer("revision"));
        assertEquals("counter_sent", again.text("state"));
    }

    @Test
    void theSameKeyWithOtherContentIsAConflictOnAnyRevision() {
        conversation.result(OFFER);

        assertEquals("step_conflict", conversation.error(OFFER.replace("20?", "21?")));
        assertEquals("step_conflict", conversation.error(OFFER.replace("send_offer", "stop")));
        assertEquals(
                true,
                conversation.result(OFFER.replace("\"revision\":1,", "")).required("repeated"),
                "the revision is no part of what was decided");
        assertEquals("stale_revision", conversation.error(OFFER.replace("\"offer\"", "\"another\"")));
    }

    @Test
    void aReplyThatComesTwiceIsHandledOnce() {
        conversation.result(OFFER);
        conversation.result(REPLY);

        assertEquals(true, conversation.result(REPLY).required("repeated"));
        assertEquals("step_conflict", conversation.error(REPLY.replace("30!", "31!")));
    }

    @Test
    void whatCameOfAStepIsFoundByItsKey() {
        conversation.result(OFFER);

        JsonObject recorded = conversation.result("{\"op\":\"find\",\"negotiation_id\":\"n-1\",\"key\":\"offer\"}");

        assertEquals(
                List.of("revision", "state", "at"),
                List.copyOf(recorded.values().keySet()));
        assertEquals(2, recorded.integer("revision"));
        assertEquals("not_found", conversation.error("{\"op\":\"find\",\"negotiation_id\":\"n-1\",\"key\":\"never\"}"));
        assertEquals("not_found", conversation.error("{\"op\":\"find\",\"negotiation_id\":\"n-9\",\"key\":\"offer\"}"));
    }

    @Test
    void aMessageIsOwedOnce() {
        conversation.result(OFFER);

        assertEquals(
                "already_exists",
                conversation.error(REPLY.replace("\"m-2\"", "\"m-1\"").replace("send_counter", "escalate")));
        assertEquals(
                "awaiting_reply",
                conversation
                        .result("{\"op\":\"find\",\"negotiation_id\":\"n-1\"}")
                        .text("state"));
    }

    @Test
    void aReplyIsWaitedForUntilItIsDue() {
        assertEquals("2026-03-02T10:00:00Z", conversation.result(OFFER).text("reply_due_at"));
        assertEquals("bad_request", conversation.error("{\"op\":\"await_reply\",\"negotiation_id\":\"n-1\"}"));

        assertNull(conversation.result(await("null")).optional("reply_due_at"));
        JsonObject later = conversation.result(await("\"2026-03-04T12:00:00+02:00\""));

        assertEquals("2026-03-04T10:00:00Z", later.text("reply_due_at"));
        assertEquals(4, later.integer("revision"));
        assertEquals(4, conversation.result(await("\"2026-03-04T10:00:00Z\"")).integer("revision"));
    }

    @Test
    void nobodyWaitsForAReplyBeforeTheOffer() {
        assertEquals("bad_request", conversation.error(await("\"2026-03-04T10:00:00Z\"")));
    }

    @Test
    void whatIsOverdueExpiresOnce() {
        conversation.result(OFFER);

        assertEquals(0, conversation.result("{\"op\":\"expire\"}").integer("expired"));
        conversation.pass(Duration.ofDays(1));
        assertEquals(List.of("n-1"), ids(conversation.result("{\"op\":\"list\",\"state\":\"overdue\"}")));
        JsonObject expired = conversation.result("{\"op\":\"expire\"}");

        assertEquals(1, expired.integer("expired"));
        assertEquals(List.of("n-1"), expired.array("negotiation_ids"));
        assertEquals(List.of(), expired.array("unreadable"));
        assertEquals(0, conversation.result("{\"op\":\"expire\"}").integer("expired"));
        assertEquals(List.of("n-1"), ids(conversation.result("{\"op\":\"list\",\"state\":\"stale\"}")));
        assertEquals(List.of(), ids(conversation.result("{\"op\":\"list\",\"state\":\"overdue\"}")));
    }

    @Test
    void theTimeMayBeGivenToExpire() {
        conversation.result(OFFER);

        assertEquals(
                0,
                conversation
                        .result("{\"op\":\"expire\",\"now\":\"2026-03-02T09:59:59.999999Z\"}")
                        .integer("expired"));
        assertEquals(
                1,
                conversation
                        .result("{\"op\":\"expire\",\"now\":\"2026-03-02T10:00:00Z\"}")
                        .integer("expired"));
    }

    @Test
    void whatIsHandledIsForgottenOnceItIsOver() {
        conversation.result(OFFER);
        conversation.result(REPLY);
        conversation.result("{\"op\":\"stop\",\"negotiation_id\":\"n-1\"}");
        String forget = "{\"op\":\"forget_handled\",\"ended_before\":\"2026-04-01T00:00:00Z\"}";

        assertEquals(1, conversation.result(forget).integer("negotiations"));
        assertEquals(0, conversation.result(forget).integer("negotiations"));
        assertEquals("not_found", conversation.error("{\"op\":\"find\",\"negotiation_id\":\"n-1\",\"key\":\"offer\"}"));
    }

    private static String await(String deadline) {
        return "{\"op\":\"await_reply\",\"negotiation_id\":\"n-1\",\"reply_due_at\":" + deadline + "}";
    }

    private static List<String> ids(JsonObject page) {
        return page.objects("negotiations").stream()
                .map(negotiation -> negotiation.text("negotiation_id"))
                .toList();
    }
}
