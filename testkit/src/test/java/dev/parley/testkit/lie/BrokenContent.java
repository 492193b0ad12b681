package dev.parley.testkit.lie;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.Stored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Stores that keep content as their database or language likes it. */
final class BrokenContent {
    private BrokenContent() {}

    /** Takes an empty cause for none. */
    static final class EmptyCauseIsNull extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            List<HistoryEntry> history = stored.history().stream()
                    .map(entry -> new HistoryEntry(
                            entry.sequence(),
                            entry.transition(),
                            entry.at(),
                            "".equals(entry.cause()) ? null : entry.cause()))
                    .toList();
            return BrokenReads.copy(stored, stored.context(), history, stored.createdAt(), stored.updatedAt());
        }
    }

    /** Knows instants to the millisecond. */
    static final class Milliseconds extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Instant updatedAt = stored.updatedAt().truncatedTo(ChronoUnit.MILLIS);
            return BrokenReads.copy(stored, stored.context(), stored.history(), stored.createdAt(), updatedAt);
        }
    }

    /** Knows the value of a decimal, not its scale. */
    static final class LosesScale extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Attributes context = withoutScales(stored.context());
            return BrokenReads.with(context, stored);
        }
    }

    /** Sorts the keys of a context. */
    static final class SortsKeys extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Attributes sorted = Attributes.of(new TreeMap<>(stored.context().asMap()));
            return BrokenReads.with(sorted, stored);
        }
    }

    /** Finds a thread whatever its case. */
    static final class FoldsThreads extends ForwardingStore {
        private final Map<String, ThreadId> threads = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            commit.changes().stream()
                    .map(change -> change.snapshot().threadId())
                    .filter(thread -> thread != null)
                    .forEach(thread -> threads.put(folded(thread), thread));
        }

        @Override
        public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
            return super.findByThread(threads.getOrDefault(folded(threadId), threadId));
        }

        private static String folded(ThreadId thread) {
            return thread.value().toLowerCase(Locale.ROOT);
        }
    }

    /** Has money in floating point, and shows it with the right number of digits. */
    static final class FloatMoney extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            return BrokenReads.with(
                    values(
                            stored.context(),
                            value -> value instanceof AttributeValue.Decimal decimal
                                    ? new AttributeValue.Decimal(rounded(decimal.value()))
                                    : value),
                    stored);
        }

        private static BigDecimal rounded(BigDecimal value) {
            return value.precision() > 40 || value.scale() < 0
                    ? value
                    : BigDecimal.valueOf(value.doubleValue()).setScale(value.scale(), RoundingMode.HALF_EVEN);
        }
    }

    /** Ends a text at NUL, as C does. */
    static final class SwallowsNul extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            return BrokenReads.with(
                    texts(stored.context(), text -> text.indexOf(0) < 0 ? text : text.substring(0, text.indexOf(0))),
                    stored);
        }
    }

    /** Has three bytes for a character, and a question mark for those that need four. */
    static final class LosesSurrogates extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            return BrokenReads.with(
                    texts(stored.context(), text -> text.replaceAll("[\\x{10000}-\\x{10ffff}]", "?")), stored);
        }
    }

    /** Has room for 65,535 characters. */
    static final class CutsLongTexts extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            return BrokenReads.with(
                    texts(stored.context(), text -> text.substring(0, Math.min(65_535, text.length()))), stored);
        }
    }

    static Attributes withoutScales(Attributes context) {
        return values(
                context,
                value -> value instanceof AttributeValue.Decimal decimal
                        ? new AttributeValue.Decimal(decimal.value().stripTrailingZeros())
                        : value);
    }

    private static Attributes texts(Attributes context, UnaryOperator<String> reading) {
        return values(
                context,
                value -> value instanceof AttributeValue.Text text
                        ? new AttributeValue.Text(reading.apply(text.value()))
                        : value);
    }

    private static Attributes values(Attributes context, UnaryOperator<AttributeValue> reading) {
        Map<String, AttributeValue> values = new LinkedHashMap<>(context.asMap());
        values.replaceAll((key, value) -> reading.apply(value));
        return Attributes.of(values);
    }
}
