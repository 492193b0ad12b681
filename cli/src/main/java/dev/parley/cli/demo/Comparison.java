package dev.parley.cli.demo;

import dev.parley.cli.demo.Faults.Kind;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was found against what was acknowledged. */
final class Comparison {
    private final Faults faults;

    Comparison(Faults faults) {
        this.faults = faults;
    }

    void negotiation(Entry entry, @Nullable Stored<NegotiationSnapshot> found) {
        Stored<NegotiationSnapshot> last = entry.acknowledged;
        if (Objects.equals(last, found)) {
            return;
        }
        String subject = "negotiation " + entry.id;
        long then = last == null ? 0 : last.revision();
        long now = found == null ? 0 : found.revision();
        String what = "was acknowledged " + show(last) + " and is found " + show(found);
        if (now < then) {
            faults.add(subject, Kind.LOST, then - now, what);
        } else if (now > then) {
            faults.add(subject, Kind.DOUBLED, now - then, what);
        } else {
            faults.add(subject, Kind.DIFFERENT, 1, what);
        }
    }

    void agreements(List<CpmAgreement> booked, List<CpmAgreement> found) {
        Map<CpmAgreement.Origin, CpmAgreement> rest = new LinkedHashMap<>();
        for (CpmAgreement agreement : found) {
            if (rest.put(agreement.origin(), agreement) != null) {
                fault(agreement.origin(), Kind.DOUBLED, "is booked twice");
            }
        }
        List<CpmAgreement.Origin> order = List.copyOf(rest.keySet());
        for (CpmAgreement agreement : booked) {
            CpmAgreement there = rest.remove(agreement.origin());
            if (there == null) {
                fault(agreement.origin(), Kind.LOST, "is missing from the tracker");
            } else if (!there.equals(agreement)) {
                fault(agreement.origin(), Kind.DIFFERENT, "is booked otherwise");
            }
        }
        rest.keySet().forEach(origin -> fault(origin, Kind.DOUBLED, "is booked and was never acknowledged"));
        boolean complete = rest.isEmpty() && booked.size() == found.size();
        if (complete && !order.equals(booked.stream().map(CpmAgreement::origin).toList())) {
            faults.add("the order of the agreements", Kind.DIFFERENT, 1, "is not the one they were booked in");
        }
    }

    private void fault(CpmAgreement.Origin origin, Kind kind, String what) {
        faults.add("the agreement of " + origin, kind, 1, what);
    }

    private static String show(@Nullable Stored<NegotiationSnapshot> stored) {
        if (stored == null) {
            return "nowhere";
        }
        NegotiationSnapshot snapshot = stored.value();
        List<String> parts = new ArrayList<>();
        Collections.addAll(
                parts,
                "at revision " + stored.revision(),
                "in state " + snapshot.state() + " until " + snapshot.replyDueAt(),
                "after " + snapshot.history().size() + " events",
                "with " + snapshot.context());
        return String.join(", ", parts);
    }
}
