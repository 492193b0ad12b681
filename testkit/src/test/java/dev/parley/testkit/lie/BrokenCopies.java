package dev.parley.testkit.lie;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Stores that copy less than there is, or restore it otherwise. */
final class BrokenCopies {
    private BrokenCopies() {}

    /** Opens what it restores, as a commit would. */
    static final class BeginsAnew extends ForwardingStore {
        @Override
        public int restore(Restoration restoration) {
            return super.restore(new Restoration(
                    restoration.negotiations().stream()
                            .map(copy -> new NegotiationCopy(
                                    new Stored<>(copy.stored().value(), 1),
                                    copy.handled(),
                                    copy.steps(),
                                    copy.agreementMissing()))
                            .toList(),
                    restoration.owed()));
        }
    }

    /** Owes what it restores, whether it was sent or not. */
    static final class SendsAgain extends ForwardingStore {
        @Override
        public int restore(Restoration restoration) {
            return super.restore(new Restoration(
                    restoration.negotiations(),
                    restoration.owed().stream()
                            .map(owed -> OwedMessage.of(owed.message()))
                            .toList()));
        }
    }

    /** Restores the messages of one negotiation after those of another. */
    static final class SortsByNegotiation extends ForwardingStore {
        @Override
        public int restore(Restoration restoration) {
            List<OwedMessage> sorted = new ArrayList<>(restoration.owed());
            sorted.sort(
                    Comparator.comparing(owed -> owed.message().negotiationId().value()));
            return super.restore(new Restoration(restoration.negotiations(), sorted));
        }
    }

    /** Says nothing of the steps that were taken by name. */
    static final class ForgetsSteps extends ForwardingStore {
        @Override
        public Page<NegotiationCopy> copies(PageRequest page) {
            Page<NegotiationCopy> all = super.copies(page);
            return new Page<>(
                    all.rows().stream()
                            .map(copy -> new NegotiationCopy(
                                    copy.stored(), copy.handled(), List.of(), copy.agreementMissing()))
                            .toList(),
                    all.unreadable(),
                    all.next());
        }
    }

    /** Passes over what is there, equal or not. */
    static final class PassesOverConflicts extends ForwardingStore {
        @Override
        public int restore(Restoration restoration) {
            try {
                return super.restore(restoration);
            } catch (RestoreConflictException conflict) {
                return 0;
            }
        }
    }

    /** Restores one after the other, and keeps what came before a refusal. */
    static final class OneByOne extends ForwardingStore {
        @Override
        public int restore(Restoration restoration) {
            int written = 0;
            for (NegotiationCopy copy : restoration.negotiations()) {
                written += super.restore(Restoration.of(List.of(copy)));
            }
            for (OwedMessage owed : restoration.owed()) {
                written += super.restore(Restoration.ofOwed(List.of(owed)));
            }
            return written;
        }
    }

    /** Ends where a page does. */
    static final class OnePage extends ForwardingStore {
        @Override
        public Page<NegotiationCopy> copies(PageRequest page) {
            Page<NegotiationCopy> first = super.copies(page);
            return new Page<>(first.rows(), first.unreadable(), OptionalLong.empty());
        }
    }
}
