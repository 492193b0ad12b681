package dev.parley.testkit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything that a store which nobody writes to can be asked for. */
public record Picture(
        List<Stored<NegotiationSnapshot>> negotiations,
        List<CampaignSnapshot> campaigns,
        Map<NegotiationId, List<InboundMessage>> handled,
        List<OwedMessage> owed,
        Map<StepName, Optional<RecordedStep>> steps,
        Map<Instant, Backlog> waiting,
        Map<Instant, List<NegotiationId>> overdue) {

    public static Picture of(NegotiationStore store) {
        return of(store, Questions.NONE);
    }

    public static Picture of(NegotiationStore store, Questions questions) {
        List<Stored<NegotiationSnapshot>> negotiations =
                pages(50, page -> store.negotiations(NegotiationFilter.all(), page));
        List<OwedMessage> owed = OwedPicture.of(store);
        Map<NegotiationId, List<InboundMessage>> handled = new LinkedHashMap<>();
        for (Stored<NegotiationSnapshot> row : negotiations) {
            NegotiationSnapshot negotiation = row.value();
            assertEquals(Optional.of(row), store.find(negotiation.id()), "a page and a look-up by id agree");
            if (negotiation.threadId() != null) {
                Exactly.equal(
                        Optional.of(row),
                        store.findByThread(negotiation.threadId()),
                        "a page and a look-up by thread agree");
            }
            handled.put(negotiation.id(), store.handledBy(negotiation.id()));
            OwedPicture.mustBeOwedBy(negotiation.id(), owed, store);
        }
        Exactly.equal(
                OutlinePicture.expected(negotiations),
                OutlinePicture.pages(50, NegotiationFilter.all(), store),
                "whole negotiations and outlines agree");
        List<CampaignSnapshot> campaigns = pages(50, store::campaigns);
        for (CampaignSnapshot campaign : campaigns) {
            Exactly.equal(
                    Optional.of(campaign),
                    store.findCampaign(campaign.id()),
                    "a page and a look-up of a campaign agree");
        }
        return new Picture(
                negotiations,
                campaigns,
                handled,
                owed,
                answers(questions.steps(), step -> store.findStep(step.negotiation(), step.key())),
                answers(questions.moments(), store::backlog),
                answers(questions.moments(), moment -> overdue(store, moment)));
    }

    private static List<NegotiationId> overdue(NegotiationStore store, Instant moment) {
        return pages(50, page -> store.negotiations(NegotiationFilter.overdue(moment), page)).stream()
                .map(row -> row.value().id())
                .toList();
    }

    /** Each question with its answer, in the order they were asked. */
    public static <Q, A> Map<Q, A> answers(List<Q> questions, Function<Q, A> answer) {
        Map<Q, A> answers = new LinkedHashMap<>();
        questions.forEach(question -> answers.put(question, answer.apply(question)));
        return answers;
    }

    /** All rows, fetched page by page. */
    public static <T> List<T> pages(int limit, Function<PageRequest, Page<T>> fetch) {
        List<T> rows = new ArrayList<>();
        PageRequest request = PageRequest.first(limit);
        while (true) {
            Page<T> page = fetch.apply(request);
            assertTrue(page.rows().size() <= limit, "a page has at the most as many rows as were asked for");
            assertEquals(List.of(), page.unreadable(), "what was committed can be read");
            rows.addAll(page.rows());
            if (page.next().isEmpty()) {
                return rows;
            }
            long next = page.next().getAsLong();
            assertTrue(next > request.after(), "each page ends behind the one before it");
            request = request.from(next);
        }
    }
}
