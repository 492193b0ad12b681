package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The answers to the last character: other programs rely on them. */
class BatchGoldenTest {
    private static final String FLEXIBILITY = """
            {"engagement_rate":null,"target_cpm":"30.00","max_allowed_cpm":"30.00","budget_premium":"0",\
            "engagement_premium":"0","hard_cap":"36.0000","capped":false,\
            "reason":"Target CPM 30.00; no premium applies."}""";

    @Test
    void aCampaignIsAnsweredWithItsTracker() {
        assertEquals(
                """
                {"id":1,"ok":true,"result":{"campaign_id":"c-1","client_name":"Acme","budget":"1000.50",\
                "target_min_cpm":"20","target_max_cpm":"30.00","total_influencers":5,"agreements":[],\
                "running_average_cpm":null,"effective_cpm":null,"flexibility":[""" + FLEXIBILITY + "]}}",
                new Conversation().say("{\"id\":1,\"op\":\"campaign\",\"campaign\":" + Conversation.CAMPAIGN + "}"));
    }

    @Test
    void aNegotiationIsAnsweredWithEverything() {
        Conversation conversation = Conversation.withCampaign();

        assertEquals("""
                {"id":"a","ok":true,"result":{"negotiation_id":"n-1","thread_id":null,"campaign_id":"c-1",\
                "state":"initial_offer","terminal":false,"pre_pause_state":null,"round_count":0,"revision":1,\
                "valid_events":["pause","send_offer","stop"],"reply_due_at":null,"created_at":"2026-03-01T10:00:00.500Z",\
                "updated_at":"2026-03-01T10:00:00.500Z","context":{"next_cpm":{"$decimal":"25.50"},"$$x":[1,null]},\
                "history":[]}}""", conversation.say("""
                        {"id":"a","op":"open","negotiation_id":"n-1","campaign_id":"c-1",\
                        "context":{"next_cpm":{"$decimal":"25.50"},"$$x":[1,null]}}"""));
        assertEquals("""
                {"id":null,"ok":true,"result":{"negotiation_id":"n-1","thread_id":null,"campaign_id":"c-1",\
                "state":"paused","terminal":false,"pre_pause_state":"initial_offer","round_count":0,"revision":2,\
                "valid_events":["resume","stop"],"reply_due_at":null,"created_at":"2026-03-01T10:00:00.500Z",\
                "updated_at":"2026-03-01T10:00:00.500Z","context":{"next_cpm":{"$decimal":"25.50"},"$$x":[1,null]},\
                "history":[{"seq":1,"from":"initial_offer","event":"pause","to":"paused",\
                "at":"2026-03-01T10:00:00.500Z","cause":"on holiday"}]}}""", conversation.say("{\"op\":\"pause\",\"negotiation_id\":\"n-1\",\"cause\":\"on holiday\"}"));
    }

    @Test
    void anAgreementAndTheFlexibilityForRates() {
        Conversation conversation = Conversation.withNegotiation("send_offer");
        conversation.result("""
                {"op":"advance","negotiation_id":"n-1","events":["receive_reply","accept"],\
                "agreement":{"cpm":"25.5","engagement_rate":5.50,"impressions":2000}}""");

        assertEquals(
                """
                {"id":2.50,"ok":true,"result":{"campaign_id":"c-1","client_name":"Acme","budget":"1000.50",\
                "target_min_cpm":"20","target_max_cpm":"30.00","total_influencers":5,\
                "agreements":[{"cpm":"25.5","engagement_rate":"5.50","negotiation_id":"n-1"}],\
                "running_average_cpm":"25.5","effective_cpm":"25.5000","flexibility":[\
                {"engagement_rate":null,"target_cpm":"30.00","max_allowed_cpm":"31.125","budget_premium":"1.125",\
                "engagement_premium":"0","hard_cap":"36.0000","capped":false,\
                "reason":"Target CPM 30.00, plus 1.125 saved by earlier agreements below target: at most 31.125."},\
                {"engagement_rate":"5.01","target_cpm":"30.00","max_allowed_cpm":"35.6250","budget_premium":"1.125",\
                "engagement_premium":"4.5000","hard_cap":"36.0000","capped":false,\
                "reason":"Target CPM 30.00, plus 1.125 saved by earlier agreements below target, \
                plus 4.5000 for an engagement rate of 5.01 %: at most 35.6250."}]}}""",
                conversation.say(
                        "{\"id\":2.50,\"op\":\"find\",\"campaign_id\":\"c-1\",\"engagement_rates\":[\"5.01\"]}"));
    }

    @Test
    void aRecoveryCountsWhatIsInFlight() {
        assertEquals("""
                {"id":3,"ok":true,"result":{"recovered":1,"in_flight":{"awaiting_reply":1},"overdue":0,"owed":0,\
                "unconfirmed":0,"failed":0,"quarantined":0,"agreed_without_agreement":0,"unreadable":[]}}""", Conversation.withNegotiation("send_offer").say("{\"id\":3,\"op\":\"recover\"}"));
    }

    @Test
    void aRefusalSaysWhatToDo() {
        assertEquals(
                """
                {"id":4,"ok":false,"error":"illegal_transition","message":"negotiation n-1: event accept is not legal \
                in state initial_offer; valid events are [send_offer, pause, stop]"}""",
                Conversation.withNegotiation()
                        .say("{\"id\":4,\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"accept\"]}"));
    }
}
