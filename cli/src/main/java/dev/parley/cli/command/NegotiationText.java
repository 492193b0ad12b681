package dev.parley.cli.command;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.InstantText;
import dev.parley.documents.JsonText;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A negotiation as text for humans. */
final class NegotiationText {
    private static final String UNKNOWN = "-";

    private NegotiationText() {}

    /** On one line. The names come last: they alone may be long. */
    static String line(Stored<Negotiation> stored) {
        Negotiation negotiation = stored.value();
        return String.format(
                "%-16s %4d %6d  %-27s  %s  %s",
                negotiation.state(),
                negotiation.roundCount(),
                stored.revision(),
                InstantText.write(negotiation.snapshot().updatedAt()),
                negotiation.id(),
                negotiation.threadId().map(Object::toString).orElse(UNKNOWN));
    }

    /** With everything there is to know. */
    static List<String> detail(Stored<Negotiation> stored) {
        Negotiation negotiation = stored.value();
        List<String> lines = new ArrayList<>();
        lines.add("negotiation  " + negotiation.id());
        lines.add("campaign     " + negotiation.campaignId());
        lines.add("thread       " + negotiation.threadId().map(Object::toString).orElse(UNKNOWN));
        lines.add("state        " + negotiation.state()
                + negotiation
                        .prePauseState()
                        .map(held -> " (paused in " + held + ")")
                        .orElse(""));
        lines.add("next         " + next(negotiation));
        lines.add("rounds       " + negotiation.roundCount());
        lines.add("revision     " + stored.revision());
        lines.add("reply due    "
                + negotiation.replyDueAt().map(InstantText::write).orElse(UNKNOWN));
        lines.add("created      " + InstantText.write(negotiation.snapshot().createdAt()));
        lines.add("updated      " + InstantText.write(negotiation.snapshot().updatedAt()));
        lines.add("context");
        negotiation
                .context()
                .asMap()
                .forEach((key, value) -> lines.add("  " + AttributesJson.written(key) + ": " + JsonText.write(value)));
        lines.add("history");
        negotiation.history().forEach(entry -> lines.add(entry(entry)));
        return lines;
    }

    private static String next(Negotiation negotiation) {
        return negotiation.isTerminal()
                ? "nothing, it has ended"
                : negotiation.validEvents().stream()
                        .map(NegotiationEvent::code)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String entry(HistoryEntry entry) {
        Instant at = entry.at();
        String cause = entry.cause();
        return String.format(
                "  %3d  %-27s  %s%s",
                entry.sequence(),
                at == null ? UNKNOWN : InstantText.write(at),
                entry.transition(),
                cause == null ? "" : "  " + cause);
    }
}
