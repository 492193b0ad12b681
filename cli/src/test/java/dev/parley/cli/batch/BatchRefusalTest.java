package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are refused on a store with the negotiation n-1 of the campaign c-1, and why. */
class BatchRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not_found          | `'op':'find','negotiation_id':'n-2'`",
                "not_found          | `'op':'find','thread_id':'t-2'`",
                "not_found          | `'op':'find','campaign_id':'c-2'`",
                "not_found          | `'op':'advance','negotiation_id':'n-2','events':['stop']`",
                "not_found          | `'op':'advance','negotiation_id':'n-2','events':['stop'],'revision':1`",
                "not_found          | `'op':'pause','negotiation_id':'n-2'`",
                "not_found          | `'op':'bind','negotiation_id':'n-2','thread_id':'t-2'`",
                "not_found          | `'op':'open','negotiation_id':'n-2','campaign_id':'c-2','context':{}`",
                "already_exists     | `'op':'open','negotiation_id':'n-1','campaign_id':'c-1','context':{}`",
                "illegal_transition | `'op':'resume','negotiation_id':'n-1'`",
                "illegal_transition | `'op':'advance','negotiation_id':'n-1','events':['send_offer','accept']`",
                "bad_request        | `'op':'fly'`",
                "bad_request        | `'op':7`",
                "bad_request        | `'op':null`",
                "bad_request        | `'negotiation_id':'n-1'`",
                "bad_request        | `'op':'find'`",
                "bad_request        | `'op':'find','negotiation_id':'n-1','thread_id':'t'`",
                "bad_request        | `'op':'find','negotiation_id':'n-1','engagement_rates':['1']`",
                "bad_request        | `'op':'find','campaign_id':'c-1','engagement_rates':'1'`",
                "bad_request        | `'op':'find','campaign_id':'c-1','engagement_rates':[null]`",
                "bad_request        | `'op':'find','campaign_id':'c-1','engagement_rates':['x']`",
                "bad_request        | `'op':'find','campaign_id':'c-1','engagement_rates':[-1]`",
                "bad_request        | `'op':'find','negotiation_id':7`",
                "bad_request        | `'op':'find','negotiation_id':' '`",
                "bad_request        | `'op':'find','negotiation_id':'a\\nb'`",
                "bad_request        | `'op':'find','negotiation_id':'a\\u0000b'`",
                "bad_request        | `'op':'find','negotiation_id':'a\\ud800b'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':[]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['fly']`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':'stop'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':[1]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'context':[]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'remove':'x'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'cause':1`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'cause':'\\udc00'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'revision':'1'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'revision':1.0`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'revison':1`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'agreement':{'cpm':'1'}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'agreement':{}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'agreement':{'cpm':1.5}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','agreement':{'cpm':'1','imp':1}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','agreement':{'cpm':'1','impressions':0}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'x':1.5}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'x':1e2}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'x':'\\ud800'}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'$x':1}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'x':{'$decimal':'abc'}}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','context':{'x':{'$decimal':'1','y':2}}`",
                "too_large          | `'op':'advance','negotiation_id':'n-1','context':{'x':{'$decimal':'1e101'}}`",
                "too_large          | `'op':'advance','negotiation_id':'n-1','context':{'x':1e999999999999}`",
                "bad_request        | `'op':'open','negotiation_id':'n-2','campaign_id':'c-1'`",
                "bad_request        | `'op':'open','negotiation_id':'n-2','campaign_id':'c-1','context':null`",
                "bad_request        | `'op':'open','campaign_id':'c-1','context':{}`",
                "bad_request        | `'op':'bind','negotiation_id':'n-1'`",
                "bad_request        | `'op':'campaign'`",
                "bad_request        | `'op':'campaign','campaign':{'campaign_id':'c-2'}`",
                "bad_request        | `'op':'campaign','campaign':'c-2'`",
                "not_found          | `'op':'find','message_id':'m-2'`",
                "not_found          | `'op':'find','quarantined':1`",
                "not_found          | `'op':'find','negotiation_id':'n-1','key':'k'`",
                "not_found          | `'op':'sent','message_id':'m-2'`",
                "not_found          | `'op':'retry','message_id':'m-2'`",
                "not_found          | `'op':'release','number':1`",
                "not_found          | `'op':'deliveries','negotiation_id':'n-2'`",
                "not_found          | `'op':'await_reply','negotiation_id':'n-2','reply_due_at':null`",
                "bad_request        | `'op':'find','thread_id':'t','key':'k'`",
                "bad_request        | `'op':'find','quarantined':'1'`",
                "bad_request        | `'op':'list','state':'flying'`",
                "bad_request        | `'op':'list','limit':0`",
                "bad_request        | `'op':'list','limit':10001`",
                "bad_request        | `'op':'list','after':-1`",
                "bad_request        | `'op':'deliveries','state':'agreed'`",
                "bad_request        | `'op':'deliveries','negotiation_id':'n-1','after':1`",
                "bad_request        | `'op':'claim'`",
                "bad_request        | `'op':'claim','lease_seconds':0`",
                "bad_request        | `'op':'claim','lease_seconds':86401`",
                "bad_request        | `'op':'claim','lease_seconds':1.5`",
                "bad_request        | `'op':'release'`",
                "bad_request        | `'op':'expire','now':'tomorrow'`",
                "bad_request        | `'op':'forget_handled'`",
                "bad_request        | `'op':'await_reply','negotiation_id':'n-1','reply_due_at':'tomorrow'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','reply_due_at':'2026-01-01T00:00:00Z'`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','events':['stop'],'key':''`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','owes':[{'message_id':'m'}]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','owes':[{'message_id':'m','content':[]}]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','owes':{'message_id':'m','content':{}}`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','owes':[{'id':'m','content':{}}]`",
                "bad_request        | `'op':'advance','negotiation_id':'n-1','handles':[{'message_id':'r','content':{}}]`",
                "already_exists     | `'op':'advance','negotiation_id':'n-1','owes':[{'message_id':'m','content':{}},{'message_id':'m','content':{}}]`",
                "bad_request        | `'op':'recover','all':true`"
            })
    void aRefusedRequestChangesNothing(String code, String members) {
        Conversation conversation = Conversation.withNegotiation();
        String before = conversation.say("{\"op\":\"find\",\"negotiation_id\":\"n-1\"}");

        JsonObject answer = JsonText.parseObject(
                "answer", conversation.say("{'id':7,".replace('\'', '"') + members.replace('\'', '"') + "}"));

        assertEquals(code, answer.text("error"), () -> answer.text("message"));
        assertEquals(7, answer.integer("id"));
        assertEquals("[id, ok, error, message]", answer.values().keySet().toString());
        assertEquals(before, conversation.say("{\"op\":\"find\",\"negotiation_id\":\"n-1\"}"));
    }

    @ParameterizedTest
    @CsvSource({"revison", "Context", "$", "🎥"})
    void anUnknownMemberIsNamedSoThatATypoIsFound(String typo) {
        String answer =
                Conversation.withNegotiation().say("{\"op\":\"pause\",\"negotiation_id\":\"n-1\",\"" + typo + "\":1}");

        assertTrue(answer.contains("\"message\":\"" + typo + ": is not known here; known are ["), answer);
    }
}
