package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.documents.JsonObject;
import dev.parley.domain.value.InvalidValueException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every operation of the protocol by its name. */
final class Operations {
    static final String MEMBER = "op";

    private final Map<String, Operation> byName;

    Operations(Desk desk) {
        byName = Stream.of(
                        new CampaignOperations(desk.campaigns()).byName(),
                        new NegotiationOperations(desk).byName(),
                        new StepOperations(desk).byName(),
                        new DeadlineOperations(desk).byName(),
                        new FindOperation(desk).byName(),
                        new OverviewOperations(desk).byName(),
                        new OutboxOperations(desk.deliveries()).byName(),
                        new DeliveryOperations(desk).byName(),
                        new QuarantineOperations(desk.quarantine()).byName())
                .flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Does what a request asks.
     *
     * @throws InvalidValueException if it names no operation
     */
    Map<String, @Nullable Object> perform(JsonObject request) {
        Operation operation = byName.get(request.text(MEMBER));
        if (operation == null) {
            throw new InvalidValueException(
                    MEMBER, "is none of " + byName.keySet().stream().sorted().toList());
        }
        return operation.perform(request);
    }
}
