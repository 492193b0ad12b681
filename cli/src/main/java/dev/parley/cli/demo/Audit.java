package dev.parley.cli.demo;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Compares the file with the ledger, to the last character: nothing missing, nothing more, nothing otherwise. */
final class Audit {
    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Faults faults;
    private final Comparison comparison;
    private final Set<NegotiationId> seen = new HashSet<>();

    Audit(Ledger ledger, Faults faults) {
        this.ledger = ledger;
        this.faults = faults;
        this.comparison = new Comparison(faults);
    }

    void check(NegotiationStore store) {
        PageRequest request = PageRequest.first(PAGE);
        OptionalLong next = OptionalLong.of(request.after());
        while (next.isPresent()) {
            request = request.from(next.getAsLong());
            Page<Stored<NegotiationSnapshot>> page = store.negotiations(NegotiationFilter.all(), request);
            page.rows().forEach(this::compare);
            page.unreadable().forEach(row -> faults.add("negotiation " + row.id(), Faults.Kind.LOST, 1, row.reason()));
            next = page.next();
        }
        ledger.entries().stream()
                .filter(entry -> !seen.contains(entry.id))
                .forEach(entry -> comparison.negotiation(entry, null));
        compareCampaign(store);
    }

    private void compare(Stored<NegotiationSnapshot> found) {
        NegotiationId id = found.value().id();
        Entry entry = ledger.entry(id);
        if (entry == null || !seen.add(id)) {
            faults.add("negotiation " + id, Faults.Kind.DOUBLED, 1, "is stored and was never asked for");
        } else {
            comparison.negotiation(entry, found);
        }
    }

    private void compareCampaign(NegotiationStore store) {
        CampaignSnapshot expected = ledger.campaign();
        CampaignSnapshot found = store.findCampaign(expected.id()).orElse(null);
        if (found == null) {
            faults.add("the campaign", Faults.Kind.LOST, 1, "was acknowledged and is gone");
            return;
        }
        if (!found.sameRegistrationAs(expected)) {
            faults.add("the campaign", Faults.Kind.DIFFERENT, 1, "is registered otherwise");
        }
        comparison.agreements(expected.tracker().agreements(), found.tracker().agreements());
        long unbooked = store.backlog(Instant.EPOCH).agreedWithoutAgreement();
        if (unbooked > 0) {
            faults.add("the tracker", Faults.Kind.LOST, unbooked, "lacks agreements of agreed negotiations");
        }
    }
}
