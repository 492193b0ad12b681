package dev.parley.cli.demo;

import dev.parley.cli.json.NegotiationReader;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an orchestrator does when its store is back: recovers, and settles each request that had no answer. */
final class Restart {
    private final Child child;
    private final Ledger ledger;
    private final Traffic traffic;
    private final Faults faults;
    private final Comparison comparison;

    Restart(Child child, Ledger ledger, Traffic traffic, Faults faults) {
        this.child = child;
        this.ledger = ledger;
        this.traffic = traffic;
        this.faults = faults;
        this.comparison = new Comparison(faults);
    }

    /**
     * What a restart found.
     *
     * @param upMillis until the new process had answered the first request
     * @param recovered how many negotiations in flight came back
     * @param recoverMicros how long that took
     * @param durable how many of the unanswered steps had become durable nevertheless
     */
    record Found(long upMillis, long recovered, long recoverMicros, int durable) {}

    Found check(List<Entry> unanswered, long startedNanos) {
        Answer campaign = child.ask(Requests.campaign());
        long up = System.nanoTime();
        Answer recovery = child.ask(Requests.recover());
        long done = System.nanoTime();
        int durable = 0;
        Set<Entry> settled = new HashSet<>();
        for (Entry entry : unanswered) {
            durable += settle(entry) ? 1 : 0;
            settled.add(entry);
        }
        for (Entry entry : ledger.entries()) {
            if (!settled.contains(entry)) {
                comparison.negotiation(entry, find(entry));
            }
        }
        compareCampaign(campaign.result());
        long recovered = compareRecovery(recovery.result());
        return new Found((up - startedNanos) / 1_000_000, recovered, (done - up) / 1_000, durable);
    }

    /** Finds out whether a step that was not acknowledged is durable. Either may be; something in between must not. */
    private boolean settle(Entry entry) {
        Stored<NegotiationSnapshot> found = find(entry);
        Ask asked = entry.asked;
        if (found != null && entry.isOneStepFurther(found)) {
            ledger.acknowledge(entry, found);
            traffic.settled(entry, null);
            return true;
        }
        entry.asked = null;
        comparison.negotiation(entry, found);
        traffic.settled(entry, asked);
        return false;
    }

    private @Nullable Stored<NegotiationSnapshot> find(Entry entry) {
        Answer answer = child.ask(Requests.negotiation(entry));
        JsonObject result = answer.result();
        return result == null ? null : NegotiationReader.read(result);
    }

    private long compareRecovery(@Nullable JsonObject recovery) {
        if (recovery == null) {
            faults.add("recovery", Faults.Kind.DIFFERENT, 1, "was refused");
            return 0;
        }
        Map<String, Long> inFlight = new LinkedHashMap<>();
        JsonObject counts = recovery.object("in_flight");
        counts.values().keySet().forEach(state -> inFlight.put(state, counts.optionalWhole(state)));
        long recovered = recovery.integer("recovered");
        long expected =
                ledger.inFlight().values().stream().mapToLong(Long::longValue).sum();
        if (recovered != expected || !inFlight.equals(ledger.inFlight())) {
            faults.add(
                    "recovery",
                    Faults.Kind.DIFFERENT,
                    0,
                    "found " + inFlight + " in flight in place of " + ledger.inFlight());
        }
        return recovered;
    }

    private void compareCampaign(@Nullable JsonObject campaign) {
        if (campaign == null) {
            faults.add("the campaign", Faults.Kind.LOST, 1, "was acknowledged and is gone");
            return;
        }
        List<CpmAgreement> booked = ledger.campaign().tracker().agreements();
        Map<NegotiationId, Long> impressions = new LinkedHashMap<>();
        for (CpmAgreement agreement : booked) {
            if (agreement.impressions() != null) {
                agreement.negotiationId().ifPresent(id -> impressions.put(id, agreement.impressions()));
            }
        }
        comparison.agreements(
                booked,
                campaign.objects("agreements").stream()
                        .map(object -> agreement(object, impressions))
                        .toList());
    }

    /** An answer does not tell the impressions; the audit of the file compares them. */
    private static CpmAgreement agreement(JsonObject object, Map<NegotiationId, Long> impressions) {
        NegotiationId id = new NegotiationId(object.text("negotiation_id"));
        return CpmAgreement.negotiated(
                Scenery.CAMPAIGN,
                id,
                new Cpm(object.decimal("cpm", Dialect.PARLEY)),
                CampaignJson.engagementRate(object, Dialect.PARLEY),
                impressions.get(id));
    }
}
