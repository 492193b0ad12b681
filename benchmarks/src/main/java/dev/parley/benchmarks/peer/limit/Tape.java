package dev.parley.benchmarks.peer.limit;

import dev.parley.benchmarks.work.Contexts;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.benchmarks.work.Script;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationStep;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every statement, with its values, that Parley's store ran for one negotiation.
 *
 * @param id the negotiation
 * @param commits the calls for its opening, and for each of its steps
 */
record Tape(String id, List<List<Call>> commits) {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");

    /**
     * Records negotiations.
     *
     * @param directory where the file that is written meanwhile may be; it is left behind
     */
    static List<Tape> record(Path directory, List<String> ids) throws SQLException, ReflectiveOperationException {
        try (Connection connection = LimitFile.created(directory.resolve("recorded.db"))) {
            RecordingConnection recording = new RecordingConnection(connection);
            StoreInside store = new StoreInside(recording.recorded());
            List<Tape> tapes = new ArrayList<>();
            try (Statement transaction = connection.createStatement()) {
                transaction.execute("BEGIN IMMEDIATE");
                for (String id : ids) {
                    tapes.add(record(store, recording, id, tapes.size()));
                }
                transaction.execute("COMMIT");
            }
            return tapes;
        }
    }

    private static Tape record(StoreInside store, RecordingConnection recording, String id, int number)
            throws ReflectiveOperationException {
        List<List<Call>> commits = new ArrayList<>();
        Negotiation negotiation = opened(id, number);
        NegotiationChange change = NegotiationChange.opened(negotiation.snapshot());
        store.write(Commit.of(change));
        commits.add(recording.taken());
        for (int step = 0; step < Script.STEPS; step++) {
            Stored<Negotiation> before = new Stored<>(negotiation, change.newRevision());
            negotiation = negotiation.after(taken(step), NOON.plus(Duration.ofMinutes(step)));
            change = NegotiationChange.changed(before.map(Negotiation::snapshot), negotiation.snapshot());
            store.write(Commit.of(change));
            commits.add(recording.taken());
        }
        return new Tape(id, commits);
    }

    private static Negotiation opened(String id, int number) {
        CampaignId campaign = SampleCampaign.id(0);
        Attributes context = AttributesJson.read("context", Contexts.context(number));
        return Negotiation.open(new NegotiationId(id), campaign, null, context, NOON);
    }

    private static NegotiationStep taken(int step) {
        Attributes put = Attributes.of(Map.of("note", Script.note(step)));
        return new NegotiationStep(List.of(Script.event(step)), null, Set.of(), put, null);
    }
}
