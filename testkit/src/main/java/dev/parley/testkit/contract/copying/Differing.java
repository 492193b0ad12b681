package dev.parley.testkit.contract.copying;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Dispatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies of one negotiation that each differ from what stands in one way. */
final class Differing {
    private Differing() {}

    static Map<String, NegotiationCopy> from(NegotiationCopy stands) {
        NegotiationSnapshot snapshot = stands.stored().value();
        long revision = stands.stored().revision();
        Map<String, NegotiationCopy> all = new LinkedHashMap<>();
        all.put("another revision", with(stands, new Stored<>(snapshot, revision + 1)));
        all.put(
                "another order of keys",
                with(stands, new Stored<>(withContext(snapshot, reversed(snapshot.context())), revision)));
        all.put("a message less", handling(stands, List.of()));
        all.put(
                "a message more",
                handling(
                        stands,
                        Stream.concat(stands.handled().stream(), Stream.of(Fixtures.inbound("one more", stands.id())))
                                .toList()));
        all.put(
                "another step",
                new NegotiationCopy(
                        stands.stored(),
                        stands.handled(),
                        List.of(new RecordedStep(Fixtures.step("another"), 2, snapshot.state(), Dispatch.at(0))),
                        stands.agreementMissing()));
        all.put(
                "another word on its agreement",
                new NegotiationCopy(stands.stored(), stands.handled(), stands.steps(), !stands.agreementMissing()));
        return all;
    }

    private static NegotiationCopy with(NegotiationCopy copy, Stored<NegotiationSnapshot> stored) {
        return new NegotiationCopy(stored, copy.handled(), copy.steps(), copy.agreementMissing());
    }

    private static NegotiationCopy handling(NegotiationCopy copy, List<InboundMessage> handled) {
        return new NegotiationCopy(copy.stored(), handled, copy.steps(), copy.agreementMissing());
    }

    private static NegotiationSnapshot withContext(NegotiationSnapshot snapshot, Attributes context) {
        return new NegotiationSnapshot(
                snapshot.id(),
                snapshot.campaignId(),
                snapshot.threadId(),
                snapshot.state(),
                snapshot.roundCount(),
                snapshot.replyDueAt(),
                context,
                snapshot.history(),
                snapshot.createdAt(),
                snapshot.updatedAt());
    }

    private static Attributes reversed(Attributes attributes) {
        List<String> keys = new ArrayList<>(attributes.asMap().keySet());
        Collections.reverse(keys);
        Attributes reversed = Attributes.empty();
        for (String key : keys) {
            reversed = reversed.with(key, attributes.get(key).orElseThrow());
        }
        return reversed;
    }
}
