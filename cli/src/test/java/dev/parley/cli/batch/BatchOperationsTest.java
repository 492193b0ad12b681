package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchOperationsTest {
    @Test
    void aCampaignMayBeRegisteredAgainButNotOtherwise() {
        Conversation conversation = Conversation.withCampaign();

        JsonObject again = conversation.result("{\"op\":\"campaign\",\"campaign\":" + Conversation.CAMPAIGN + "}");

        assertEquals("c-1", again.text("campaign_id"));
        assertEquals(
                "already_exists",
                conversation.error("{\"op\":\"campaign\",\"campaign\":"
                        + Conversation.CAMPAIGN.replace("1000.50", "1000.5") + "}"));
    }

    @Test
    void aThreadMayBeGivenAtOnceOrBoundLater() {
        Conversation conversation = Conversation.withNegotiation();
        conversation.result(
                "{\"op\":\"open\",\"negotiation_id\":\"n-2\",\"campaign_id\":\"c-1\",\"context\":{},\"thread_id\":\"t-2\"}");

        JsonObject bound = conversation.result("{\"op\":\"bind\",\"negotiation_id\":\"n-1\",\"thread_id\":\"t-1\"}");
        JsonObject again = conversation.result("{\"op\":\"bind\",\"negotiation_id\":\"n-1\",\"thread_id\":\"t-1\"}");

        assertEquals(
                "thread_taken",
                conversation.error("{\"op\":\"open\",\"negotiation_id\":\"n-3\",\"campaign_id\":\"c-1\",\"context\":{},"
                        + "\"thread_id\":\"t-2\"}"));
        assertEquals("t-1", bound.text("thread_id"));
        assertEquals(2, bound.integer("revision"));
        assertEquals(2, again.integer("revision"));
        assertEquals("n-1", found(conversation, "thread_id", "t-1").text("negotiation_id"));
        assertEquals("n-2", found(conversation, "thread_id", "t-2").text("negotiation_id"));
        assertEquals(
                "thread_taken",
                conversation.error("{\"op\":\"bind\",\"negotiation_id\":\"n-1\",\"thread_id\":\"t-3\"}"));
    }

    @Test
    void advanceTakesEventsAndChangesOfTheContextTogether() {
        Conversation conversation = Conversation.withNegotiation();
        conversation.result("""
                {"op":"advance","negotiation_id":"n-1","events":["send_offer","receive_reply","send_counter"],\
                "context":{"a":{"x":1,"y":2},"b":"text","c":null},"revision":1}""");

        JsonObject after = conversation.result("""
                {"op":"advance","negotiation_id":"n-1","events":[],"context":{"a":{"z":{"$decimal":"1.0"}}},\
                "remove":["b","not there"],"cause":"no event"}""");

        assertEquals("counter_sent", after.text("state"));
        assertEquals(1, after.integer("round_count"));
        assertEquals(3, after.integer("revision"));
        assertEquals(
                "{\"a\":{\"z\":{\"$decimal\":\"1.0\"}},\"c\":null}",
                JsonText.write(after.object("context").values()));
    }

    @Test
    void eventsMayBeLeftOutIfSomethingElseChanges() {
        JsonObject after = Conversation.withNegotiation()
                .result("{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"remove\":[\"x\"]}");

        assertEquals(2, after.integer("revision"));
        assertEquals(List.of(), after.array("history"));
    }

    @Test
    void aPauseIsResumedWhereItBegan() {
        Conversation conversation = Conversation.withNegotiation("send_offer");

        JsonObject paused =
                conversation.result("{\"op\":\"pause\",\"negotiation_id\":\"n-1\",\"revision\":2,\"cause\":\"x\"}");
        JsonObject resumed = conversation.result("{\"op\":\"resume\",\"negotiation_id\":\"n-1\"}");
        JsonObject stopped = conversation.result("{\"op\":\"stop\",\"negotiation_id\":\"n-1\",\"revision\":null}");

        assertEquals("awaiting_reply", paused.text("pre_pause_state"));
        assertEquals("awaiting_reply", resumed.text("state"));
        assertNull(resumed.optional("pre_pause_state"));
        assertEquals("stopped", stopped.text("state"));
        assertEquals(true, stopped.required("terminal"));
        assertEquals(List.of(), stopped.array("valid_events"));
    }

    @Test
    void anotherRevisionIsStaleAlsoWhereTheEventIsIllegalByNow() {
        Conversation conversation = Conversation.withNegotiation("send_offer", "stop");

        for (String revision : List.of("0", "-1", "2", "4", "9223372036854775807")) {
            assertEquals(
                    "stale_revision",
                    conversation.error("{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"receive_reply\"],"
                            + "\"revision\":" + revision + "}"));
            assertEquals(
                    "stale_revision",
                    conversation.error("{\"op\":\"delete\",\"negotiation_id\":\"n-1\",\"revision\":" + revision + "}"));
        }
    }

    @Test
    void whatIsDeletedIsShownOnceMoreAndGone() {
        Conversation conversation = Conversation.withNegotiation("send_offer");

        JsonObject deleted = conversation.result("{\"op\":\"delete\",\"negotiation_id\":\"n-1\",\"revision\":2}");

        assertEquals("awaiting_reply", deleted.text("state"));
        assertEquals("not_found", conversation.error("{\"op\":\"find\",\"negotiation_id\":\"n-1\"}"));
        assertEquals("not_found", conversation.error("{\"op\":\"delete\",\"negotiation_id\":\"n-1\"}"));
        conversation.result("{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{}}");
    }

    @Test
    void anAgreementIsAFactThatOutlivesItsNegotiation() {
        Conversation conversation = Conversation.withNegotiation("send_offer", "receive_reply");
        conversation.result(accept("25.50"));
        conversation.result("{\"op\":\"delete\",\"negotiation_id\":\"n-1\"}");
        conversation.result("{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{}}");
        conversation.result(
                "{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"send_offer\",\"receive_reply\"]}");

        assertEquals("agreement_conflict", conversation.error(accept("25.51")));
        conversation.result(accept("25.5"));
        JsonObject campaign = found(conversation, "campaign_id", "c-1");
        assertEquals(1, campaign.objects("agreements").size());
        assertEquals("25.50", campaign.objects("agreements").get(0).text("cpm"));
        assertNull(campaign.objects("agreements").get(0).optional("engagement_rate"));
    }

    @Test
    void aDealWithoutAnAgreementIsCounted() {
        JsonObject report = Conversation.withNegotiation("send_offer", "receive_reply", "accept")
                .result("{\"op\":\"recover\"}");

        assertEquals(1, report.integer("agreed_without_agreement"));
        assertEquals(BigInteger.ZERO, report.required("recovered"));
        assertEquals("{}", JsonText.write(report.object("in_flight").values()));
    }

    private static String accept(String cpm) {
        return "{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"accept\"],\"agreement\":{\"cpm\":\"" + cpm
                + "\"}}";
    }

    private static JsonObject found(Conversation conversation, String name, String value) {
        return conversation.result("{\"op\":\"find\",\"" + name + "\":\"" + value + "\"}");
    }
}
