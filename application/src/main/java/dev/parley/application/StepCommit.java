package dev.parley.application;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as the store takes it.
 *
 * @param commit everything that becomes durable with it
 * @param after the negotiation once that is done
 */
record StepCommit(Commit commit, Stored<Negotiation> after) {

    static StepCommit of(Step step, @Nullable NamedStep name, Instant now) {
        Negotiation after = step.decidedOn().value().after(step.change(), now);
        NegotiationChange change =
                NegotiationChange.changed(step.decidedOn().map(Negotiation::snapshot), after.snapshot());
        Commit commit = new Commit(
                List.of(),
                List.of(change),
                agreements(step.agreement(), after),
                handled(step, after),
                owed(step, after, now),
                List.of(),
                name);
        return new StepCommit(commit, new Stored<>(after, change.newRevision()));
    }

    private static List<CpmAgreement> agreements(@Nullable AgreedTerms terms, Negotiation agreed) {
        return terms == null
                ? List.of()
                : List.of(CpmAgreement.negotiated(
                        agreed.campaignId(), agreed.id(), terms.cpm(), terms.engagementRate(), terms.impressions()));
    }

    private static List<InboundMessage> handled(Step step, Negotiation negotiation) {
        return step.handled().stream()
                .map(message -> new InboundMessage(message.id(), negotiation.id(), message.at(), message.content()))
                .toList();
    }

    private static List<OutboundMessage> owed(Step step, Negotiation negotiation, Instant now) {
        return step.owed().stream()
                .map(message -> new OutboundMessage(message.id(), negotiation.id(), now, message.content()))
                .toList();
    }
}
