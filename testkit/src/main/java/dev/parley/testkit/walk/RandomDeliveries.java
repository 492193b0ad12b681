package dev.parley.testkit.walk;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.testkit.desk.HostileContent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What dispatchers and humans may make of owed messages. */
final class RandomDeliveries {
    private final Dice dice;
    private final OutboxModel outbox;

    RandomDeliveries(Dice dice, OutboxModel outbox) {
        this.dice = dice;
        this.outbox = outbox;
    }

    /** Some legal changes, each of another message; none where nothing is owed. */
    List<DeliveryChange> some(int atMost, Instant now) {
        List<OwedMessage> open = outbox.all().stream()
                .filter(message -> !message.delivery().state().isSettled())
                .toList();
        Map<MessageId, DeliveryChange> changes = new LinkedHashMap<>();
        for (int i = open.isEmpty() ? 0 : dice.below(atMost + 1); i > 0; i--) {
            OwedMessage before = dice.oneOf(open);
            changes.put(before.id(), DeliveryChange.of(before, next(before, now)));
        }
        return List.copyOf(changes.values());
    }

    private OwedMessage next(OwedMessage before, Instant now) {
        DeliveryState state = before.delivery().state();
        if (state == DeliveryState.PENDING || state == DeliveryState.FAILED) {
            return decidedByAHuman(before, now);
        }
        return state == DeliveryState.UNCONFIRMED && dice.chance(40)
                ? decidedByAHuman(before, now)
                : attempted(before, now);
    }

    private OwedMessage decidedByAHuman(OwedMessage before, Instant now) {
        return switch (dice.below(4)) {
            case 0 -> before.givenUp(now);
            case 1 -> before.sent(now, receipt());
            default -> before.retried(now);
        };
    }

    private OwedMessage attempted(OwedMessage before, Instant now) {
        return switch (dice.below(6)) {
            case 0 -> before.deferred(now, soon(now), problem());
            case 1 -> before.failed(now, problem());
            case 2 -> before.unconfirmed(now, soon(now), dice.chance(50) ? problem() : null);
            case 3 -> before.unconfirmed(now, null, dice.chance(50) ? problem() : null);
            default -> before.sent(now, receipt());
        };
    }

    private Receipt receipt() {
        return new Receipt(
                dice.chance(50) ? new MessageId("provider's " + dice.below(5)) : null,
                dice.chance(50) ? new ThreadId("provider's " + dice.below(5)) : null);
    }

    private String problem() {
        return dice.oneOf(HostileContent.texts()).repeat(dice.chance(10) ? 600 : 1);
    }

    /** Within some minutes, past or to come. */
    Instant soon(Instant now) {
        return now.plusSeconds(dice.below(1_200) - 300L).plusNanos(1_000L * dice.below(1_000_000));
    }
}
