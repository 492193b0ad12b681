package dev.parley.benchmarks.peer.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.work.Life;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.Transition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideRowDecoderTest {
    private static final int ROWS = 60;

    @Test
    void aRowSaysWhatParleyWouldSayOfTheSameLife(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("reference.db");
        ReferenceFile.fill(file, ROWS, Life::inFlight);

        try (Connection connection = WideTable.open(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WideTable.ACTIVE + " ORDER BY thread_id")) {
            for (int number = 0; number < ROWS; number++) {
                row.next();
                Life life = Life.inFlight(number);
                SampleCampaign campaign = SampleCampaign.numbered(life.campaign());
                NegotiationSnapshot expected = life.snapshot(campaign.snapshot().id());
                DecodedRow decoded = WideRowDecoder.decode(row);
                NegotiationSnapshot actual = decoded.negotiation().snapshot();

                assertEquals(expected.id(), actual.id());
                assertEquals(expected.campaignId(), actual.campaignId());
                assertEquals(expected.state(), actual.state());
                assertEquals(expected.roundCount(), actual.roundCount());
                assertEquals(transitions(expected), transitions(actual));
                assertEquals(
                        expected.context().asMap().keySet(),
                        actual.context().asMap().keySet());
                assertEquals(campaign.snapshot().campaign(), decoded.campaign());
                assertEquals(CampaignCpmTracker.fromSnapshot(campaign.snapshot().tracker()), decoded.tracker());
            }
        }
    }

    private static List<Transition> transitions(NegotiationSnapshot negotiation) {
        return negotiation.history().stream().map(HistoryEntry::transition).toList();
    }
}
