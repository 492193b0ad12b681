package dev.parley.cli.copy;

import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Restoration;
import java.util.List;
import java.util.Optional;

/** Negotiations with their histories, and with the messages they have handled and the steps they have taken. */
final class NegotiationPart implements Part<NegotiationCopy> {
    @Override
    public String name(NegotiationCopy copy) {
        return "negotiation " + copy.id();
    }

    @Override
    public Page<NegotiationCopy> page(CopyableStore store, PageRequest request) {
        return store.copies(request);
    }

    @Override
    public Optional<NegotiationCopy> find(CopyableStore store, NegotiationCopy like) {
        return store.copyOf(like.id());
    }

    @Override
    public boolean isIdentical(NegotiationCopy one, NegotiationCopy other) {
        return one.isIdenticalTo(other);
    }

    @Override
    public String difference(NegotiationCopy copied, NegotiationCopy there) {
        long revision = copied.stored().revision();
        long standing = there.stored().revision();
        return revision == standing
                ? "both stand at revision " + revision + ", with other content"
                : "it stands at revision " + standing + " there and at " + revision
                        + " at the source; was one of them written to meanwhile?";
    }

    @Override
    public int write(CopyableStore destination, List<NegotiationCopy> copies) {
        return destination.restore(Restoration.of(copies));
    }
}
