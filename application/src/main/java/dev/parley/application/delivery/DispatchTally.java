package dev.parley.application.delivery;

import dev.parley.application.delivery.DispatchReport.Stoppage;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts for one report. Not thread-safe. */
final class DispatchTally {
    private final Map<DeliveryState, Long> taken = new EnumMap<>(DeliveryState.class);
    private final Map<DeliveryState, Long> recorded = new EnumMap<>(DeliveryState.class);
    private final List<Recorded> deviations = new ArrayList<>();

    void took(OwedMessage claimed) {
        taken.merge(claimed.delivery().state(), 1L, Long::sum);
    }

    boolean tookNothing() {
        return taken.isEmpty();
    }

    void count(Recorded result) {
        if (result instanceof Recorded.AsReported as) {
            count(as.message());
            return;
        }
        if (result instanceof Recorded.SentWithoutThread sent) {
            count(sent.message());
        }
        deviations.add(result);
    }

    DispatchReport report(@Nullable Stoppage stoppage) {
        return new DispatchReport(
                recorded.getOrDefault(DeliveryState.SENT, 0L),
                recorded.getOrDefault(DeliveryState.PENDING, 0L),
                recorded.getOrDefault(DeliveryState.FAILED, 0L),
                recorded.getOrDefault(DeliveryState.UNCONFIRMED, 0L),
                taken.getOrDefault(DeliveryState.UNCONFIRMED, 0L),
                deviations,
                stoppage);
    }

    private void count(OwedMessage message) {
        recorded.merge(message.delivery().state(), 1L, Long::sum);
    }
}
