package dev.parley.benchmarks.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.AttributesJson;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    void theScriptIsLegalAndKnowsWhereItLeads() {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (int step = 0; step < Script.STEPS; step++) {
            assertEquals(Script.stateAfter(step), machine.state());
            machine = machine.trigger(Script.event(step));
        }
        assertEquals(Script.stateAfter(Script.STEPS), machine.state());
    }

    @Test
    void contextsAreTheSameAgainAndDifferFromEachOther() {
        assertEquals(Contexts.context(7), Contexts.context(7));
        assertFalse(Contexts.context(7).equals(Contexts.context(8)));
    }

    @Test
    void contextsHaveAboutTheSizeThatIsSaid() {
        for (int seed = 0; seed < 100; seed++) {
            int bytes = Contexts.context(seed).getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes > 550 && bytes < 650, seed + " has " + bytes + " bytes");
        }
    }

    @Test
    void aContextIsReadByParleyAsItStands() {
        String context = Contexts.context(3);

        assertEquals(context, AttributesJson.write(AttributesJson.read("context", context)));
    }

    @Test
    void thePlainContextHasItsDecimalsAsText() {
        assertEquals(
                "{\"a\":\"25.50\",\"b\":[\"1.00\"]}",
                Contexts.plain("{\"a\":{\"$decimal\":\"25.50\"},\"b\":[{\"$decimal\":\"1.00\"}]}"));
    }

    @Test
    void aCampaignsTextsSayWhatItsSnapshotSays() {
        SampleCampaign campaign = SampleCampaign.numbered(12);

        assertEquals(SampleCampaign.id(12), campaign.snapshot().id());
        assertEquals(
                campaign.snapshot().tracker().agreements().size(),
                campaign.trackerJson().split("\"cpm\"", -1).length - 1);
        assertTrue(campaign.json().length() > 900 && campaign.json().length() < 1_500);
        assertTrue(campaign.trackerJson().length() < 700);
    }

    @Test
    void aLifeIsAHistoryThatCanHaveHappened() {
        NegotiationSnapshot inFlight = Life.inFlight(9).snapshot(SampleCampaign.id(0));
        NegotiationSnapshot ended = Life.ended(9).snapshot(SampleCampaign.id(0));

        assertEquals(10, inFlight.history().size());
        assertEquals(Script.stateAfter(10), inFlight.state());
        assertTrue(ended.state().isTerminal());
    }
}
