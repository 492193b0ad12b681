package dev.parley.cli.command;

import dev.parley.cli.store.StoreAddress;
import dev.parley.documents.InstantText;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments become the domain's values; what the domain refuses is a wrong usage. */
public final class Converters {
    private Converters() {}

    /** Teaches the command line and all commands it has already. */
    public static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(NegotiationId.class, checked(NegotiationId::new))
                .registerConverter(StoreAddress.class, checked(StoreAddress::parse))
                .registerConverter(MessageId.class, checked(MessageId::new))
                .registerConverter(DeliveryState.class, checked(DeliveryState::fromCode))
                .registerConverter(Instant.class, checked(text -> InstantText.parse("instant", text)))
                .registerConverter(NegotiationState.class, checked(NegotiationState::fromCode))
                .registerConverter(NegotiationEvent.class, checked(NegotiationEvent::fromCode))
                .registerConverter(
                        EngagementRate.class,
                        checked(text -> new EngagementRate(ExactDecimal.parse("engagement_rate", text))));
    }

    private static <T> ITypeConverter<T> checked(ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (InvalidValueException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        };
    }
}
