package dev.parley.testkit.walk;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.picture.Picture;
import dev.parley.testkit.picture.Questions;
import dev.parley.testkit.picture.StepName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a store should hold after commits that are known to be legal: no checks, no indexes, no threads, so that it is
 * plainly right. It shares no code with the in-memory store.
 */
final class Model {
    final OutboxModel outbox = new OutboxModel();

    private final Map<NegotiationId, Stored<NegotiationSnapshot>> negotiations = new LinkedHashMap<>();
    private final Map<CampaignId, CampaignSnapshot> campaigns = new LinkedHashMap<>();
    private final Map<CampaignId, Map<CpmAgreement.Origin, CpmAgreement>> agreements = new LinkedHashMap<>();
    private final Map<NegotiationId, List<InboundMessage>> handled = new LinkedHashMap<>();
    private final Map<StepName, RecordedStep> steps = new LinkedHashMap<>();

    void take(Commit commit) {
        for (CampaignSnapshot campaign : commit.campaigns()) {
            campaigns.putIfAbsent(campaign.id(), campaign);
            agreements.putIfAbsent(campaign.id(), new LinkedHashMap<>());
            campaign.tracker().agreements().forEach(this::book);
        }
        for (NegotiationChange change : commit.changes()) {
            negotiations.put(change.id(), Desk.after(change));
            handled.putIfAbsent(change.id(), new ArrayList<>());
        }
        commit.agreements().forEach(this::book);
        commit.handled().forEach(message -> handledBy(message.negotiationId()).add(message));
        outbox.take(commit);
        if (commit.step() != null) {
            NegotiationChange change = commit.changes().get(0);
            NegotiationSnapshot after = change.snapshot();
            steps.put(
                    new StepName(change.id(), commit.step().key()),
                    new RecordedStep(commit.step(), change.newRevision(), after.state(), after.updatedAt()));
        }
    }

    void delete(NegotiationId id) {
        negotiations.remove(id);
        handled.remove(id);
        outbox.delete(id);
        steps.keySet().removeIf(step -> step.negotiation().equals(id));
    }

    /** Forgets what ended negotiations handled, and says of how many something was forgotten. */
    int forget(Instant endedBefore) {
        int forgotten = 0;
        for (Stored<NegotiationSnapshot> row : negotiations.values()) {
            NegotiationId id = row.value().id();
            if (row.value().state().isTerminal() && row.value().updatedAt().isBefore(endedBefore)) {
                boolean named =
                        steps.keySet().removeIf(step -> step.negotiation().equals(id));
                forgotten += named || !handledBy(id).isEmpty() ? 1 : 0;
                handled.put(id, new ArrayList<>());
            }
        }
        return forgotten;
    }

    private void book(CpmAgreement agreement) {
        booked(agreement.campaignId()).putIfAbsent(agreement.origin(), agreement);
    }

    Map<CpmAgreement.Origin, CpmAgreement> booked(CampaignId campaign) {
        return agreements.getOrDefault(campaign, Map.of());
    }

    List<Stored<NegotiationSnapshot>> negotiations() {
        return List.copyOf(negotiations.values());
    }

    Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return Optional.ofNullable(negotiations.get(id));
    }

    List<CampaignSnapshot> campaigns() {
        return campaigns.values().stream()
                .map(campaign -> Agreed.with(List.copyOf(booked(campaign.id()).values()), campaign))
                .toList();
    }

    /** The steps whose names are remembered. */
    List<StepName> steps() {
        return List.copyOf(steps.keySet());
    }

    Optional<RecordedStep> step(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    private List<InboundMessage> handledBy(NegotiationId id) {
        return handled.getOrDefault(id, List.of());
    }

    Picture picture(Questions questions) {
        return new Picture(
                negotiations(),
                campaigns(),
                handled,
                outbox.all(),
                Picture.answers(questions.steps(), this::step),
                Picture.answers(questions.moments(), this::waiting),
                Picture.answers(questions.moments(), this::overdue));
    }

    private Backlog waiting(Instant now) {
        return new Backlog(
                overdue(now).size(), outbox.owed(now), outbox.unconfirmed(now), outbox.failed(), 0, unbooked());
    }

    private List<NegotiationId> overdue(Instant now) {
        return negotiations.values().stream()
                .map(Stored::value)
                .filter(one -> one.state() != NegotiationState.PAUSED)
                .filter(one -> one.replyDueAt() != null && !now.isBefore(one.replyDueAt()))
                .map(NegotiationSnapshot::id)
                .toList();
    }

    private long unbooked() {
        return negotiations.values().stream()
                .map(Stored::value)
                .filter(negotiation -> negotiation.state() == NegotiationState.AGREED)
                .filter(negotiation -> !booked(negotiation.campaignId())
                        .containsKey(new CpmAgreement.Origin.Negotiated(negotiation.id())))
                .count();
    }
}
