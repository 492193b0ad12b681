package dev.parley.persistence.rows.mapping;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.persistence.rows.MessageRow;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Between messages and their rows. */
@Mapper(config = MappingRules.class)
public interface MessageMapper {
    /** The row of an inbound message. */
    @Mapping(target = "messageId", source = "id")
    @Mapping(target = "at", source = "receivedAt")
    @BeanMapping(ignoreUnmappedSourceProperties = "negotiationId")
    MessageRow toRow(InboundMessage message);

    /** The row of an outbound message. */
    @Mapping(target = "messageId", source = "id")
    @Mapping(target = "at", source = "owedSince")
    @BeanMapping(ignoreUnmappedSourceProperties = "negotiationId")
    MessageRow toRow(OutboundMessage message);

    /** The inbound message of a row. */
    @Mapping(target = "id", source = "row.messageId")
    @Mapping(target = "receivedAt", source = "row.at")
    InboundMessage toInbound(MessageRow row, NegotiationId negotiationId);

    /** The outbound message of a row. */
    @Mapping(target = "id", source = "row.messageId")
    @Mapping(target = "owedSince", source = "row.at")
    OutboundMessage toOutbound(MessageRow row, NegotiationId negotiationId);
}
