package dev.parley.domain.port;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.value.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that must become durable together, as a value: a store takes it whole or not at all.
 *
 * @param campaigns campaigns to register, with agreements imported along with them
 * @param changes negotiations to open or change, each at most once
 * @param agreements agreements to book, each with the change that reaches it
 * @param handled inbound messages that the changes answer
 * @param owed outbound messages that the changes owe
 * @param deliveries owed messages that have come further, each at most once
 * @param step the name of this step, so that it cannot be committed twice; only with exactly one change
 */
public record Commit(
        List<CampaignSnapshot> campaigns,
        List<NegotiationChange> changes,
        List<CpmAgreement> agreements,
        List<InboundMessage> handled,
        List<OutboundMessage> owed,
        List<DeliveryChange> deliveries,
        @Nullable NamedStep step) {
    /**
     * @throws InvalidValueException if the parts do not belong together
     */
    public Commit {
        campaigns = List.copyOf(campaigns);
        changes = List.copyOf(changes);
        agreements = List.copyOf(agreements);
        handled = List.copyOf(handled);
        owed = List.copyOf(owed);
        deliveries = List.copyOf(deliveries);
        requireDistinct("campaigns", campaigns, CampaignSnapshot::id);
        requireDistinct("changes", changes, NegotiationChange::id);
        requireDistinct("deliveries", deliveries, DeliveryChange::id);
        requireReached(agreements, changes);
        if (!handled.isEmpty() || !owed.isEmpty()) {
            Set<NegotiationId> changed =
                    changes.stream().map(NegotiationChange::id).collect(Collectors.toUnmodifiableSet());
            handled.forEach(message -> requireChanged("handled", changed, message.negotiationId()));
            owed.forEach(message -> requireChanged("owed", changed, message.negotiationId()));
        }
        if (step != null && changes.size() != 1) {
            throw new InvalidValueException(
                    "step", "names one step, so the commit must change exactly one negotiation");
        }
    }

    /** A commit that registers campaigns and opens negotiations, as an import does. */
    public static Commit of(List<CampaignSnapshot> campaigns, List<NegotiationChange> changes) {
        return new Commit(campaigns, changes, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** A commit of one change and nothing else. */
    public static Commit of(NegotiationChange change) {
        return of(List.of(), List.of(change));
    }

    /** A commit of one owed message that has come further, and nothing else. */
    public static Commit of(DeliveryChange delivery) {
        return of(List.of(), List.of()).withDeliveries(List.of(delivery));
    }

    /** A commit that registers one campaign. */
    public static Commit of(CampaignSnapshot campaign) {
        return of(List.of(campaign), List.of());
    }

    /** This commit with agreements to book. */
    public Commit withAgreements(List<CpmAgreement> booked) {
        return new Commit(campaigns, changes, booked, handled, owed, deliveries, step);
    }

    /** This commit with messages that were handled and messages that are owed. */
    public Commit withMessages(List<InboundMessage> inbound, List<OutboundMessage> outbound) {
        return new Commit(campaigns, changes, agreements, inbound, outbound, deliveries, step);
    }

    /** This commit with owed messages that have come further. */
    public Commit withDeliveries(List<DeliveryChange> further) {
        return new Commit(campaigns, changes, agreements, handled, owed, further, step);
    }

    /** This commit under a name. */
    public Commit named(@Nullable NamedStep name) {
        return new Commit(campaigns, changes, agreements, handled, owed, deliveries, name);
    }

    /** Whether an agreement of a negotiation is booked here. */
    public boolean books(NegotiationId id) {
        return agreements.stream()
                .anyMatch(agreement ->
                        agreement.negotiationId().filter(id::equals).isPresent());
    }

    private static <T> void requireDistinct(String subject, List<T> parts, Function<T, Object> identity) {
        if (parts.size() < 2) {
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (T part : parts) {
            if (!seen.add(identity.apply(part))) {
                throw new InvalidValueException(subject, "has " + identity.apply(part) + " twice in one commit");
            }
        }
    }

    private static void requireReached(List<CpmAgreement> agreements, List<NegotiationChange> changes) {
        requireDistinct("agreements", agreements, CpmAgreement::origin);
        for (CpmAgreement agreement : agreements) {
            boolean reached = changes.stream()
                    .filter(NegotiationChange::reachesAgreement)
                    .filter(change -> change.snapshot().campaignId().equals(agreement.campaignId()))
                    .anyMatch(change -> agreement
                            .negotiationId()
                            .filter(change.id()::equals)
                            .isPresent());
            if (!reached) {
                throw new InvalidValueException(
                        "agreement", "belongs to a step into agreed, and no such step is part of the commit");
            }
        }
    }

    private static void requireChanged(String subject, Set<NegotiationId> changed, NegotiationId id) {
        if (!changed.contains(id)) {
            throw new InvalidValueException(subject, "has a message of negotiation " + id + ", which is not changed");
        }
    }
}
