package dev.parley.cli.copy;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.UnreadableException;
import java.util.List;
import java.util.Optional;

/** What is owed or was sent, in the order of all negotiations. */
final class OwedPart implements Part<OwedMessage> {
    @Override
    public String name(OwedMessage message) {
        return "message " + message.id();
    }

    @Override
    public Page<OwedMessage> page(CopyableStore store, PageRequest request) {
        return store.owed(DeliveryFilter.all(), request);
    }

    @Override
    public Optional<OwedMessage> find(CopyableStore store, OwedMessage like) {
        return store.findOwed(like.id());
    }

    @Override
    public boolean isIdentical(OwedMessage one, OwedMessage other) {
        return one.isIdenticalTo(other);
    }

    @Override
    public String difference(OwedMessage copied, OwedMessage there) {
        return copied.delivery().equals(there.delivery())
                ? "it has other content there"
                : "it is " + there.delivery().state() + " there and "
                        + copied.delivery().state() + " at the source, or differs in another word on its delivery";
    }

    @Override
    public boolean isStranded(CopyableStore source, OwedMessage message) {
        try {
            return source.find(message.message().negotiationId()).isEmpty();
        } catch (UnreadableException damaged) {
            return true;
        }
    }

    @Override
    public int write(CopyableStore destination, List<OwedMessage> messages) {
        return destination.restore(Restoration.ofOwed(messages));
    }
}
