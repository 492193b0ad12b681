package dev.parley.cli.demo;

import dev.parley.application.AgreedTerms;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The world's own books: everything the child has acknowledged, kept where no kill reaches. */
final class Ledger {
    private final Map<NegotiationId, Entry> entries = new LinkedHashMap<>();
    private final List<CpmAgreement> agreements = new ArrayList<>();
    private final CampaignSnapshot registered;
    private long steps;

    /**
     * @param registered the campaign before anything is agreed
     */
    Ledger(CampaignSnapshot registered) {
        this.registered = registered;
    }

    void add(Entry entry) {
        entries.put(entry.id, entry);
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    @Nullable
    Entry entry(NegotiationId id) {
        return entries.get(id);
    }

    /** The campaign with every agreement that was acknowledged, in the order they were booked. */
    CampaignSnapshot campaign() {
        CpmTrackerSnapshot tracker = registered.tracker();
        return new CampaignSnapshot(
                registered.campaign(),
                new CpmTrackerSnapshot(tracker.campaignId(), tracker.target(), tracker.totalInfluencers(), agreements));
    }

    /** How many steps were acknowledged. */
    long steps() {
        return steps;
    }

    /** Books that what was asked of a negotiation has been done. */
    void acknowledge(Entry entry, Stored<NegotiationSnapshot> now) {
        if (entry.asked instanceof Ask.Advance advance && advance.agreement() != null) {
            book(entry.id, advance.agreement());
        }
        entry.acknowledged = now;
        entry.asked = null;
        steps++;
    }

    private void book(NegotiationId id, AgreedTerms terms) {
        agreements.add(
                CpmAgreement.negotiated(registered.id(), id, terms.cpm(), terms.engagementRate(), terms.impressions()));
    }

    /** How many negotiations stand in each state that is not terminal, by its code. */
    Map<String, Long> inFlight() {
        return count(false);
    }

    /** How many negotiations have ended in each state, by its code. */
    Map<String, Long> ended() {
        return count(true);
    }

    private Map<String, Long> count(boolean terminal) {
        Map<String, Long> counts = new TreeMap<>();
        for (Entry entry : entries.values()) {
            Stored<NegotiationSnapshot> last = entry.acknowledged;
            NegotiationState state = last == null ? null : last.value().state();
            if (state != null && state.isTerminal() == terminal) {
                counts.merge(state.code(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
