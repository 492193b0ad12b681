package dev.parley.persistence.sqlite;

import dev.parley.persistence.sqlite.row.CampaignMapper;
import dev.parley.persistence.sqlite.row.CampaignMapperImpl;
import dev.parley.persistence.sqlite.row.DeliveryMapper;
import dev.parley.persistence.sqlite.row.DeliveryMapperImpl;
import dev.parley.persistence.sqlite.row.MessageMapper;
import dev.parley.persistence.sqlite.row.MessageMapperImpl;
import dev.parley.persistence.sqlite.row.NegotiationMapper;
import dev.parley.persistence.sqlite.row.NegotiationMapperImpl;
import dev.parley.persistence.sqlite.row.StepMapper;
import dev.parley.persistence.sqlite.row.StepMapperImpl;

/** The generated mappers; they keep no state. */
final class Mappers {
    static final NegotiationMapper NEGOTIATIONS = new NegotiationMapperImpl();
    static final CampaignMapper CAMPAIGNS = new CampaignMapperImpl();
    static final MessageMapper MESSAGES = new MessageMapperImpl();
    static final DeliveryMapper DELIVERIES = new DeliveryMapperImpl();
    static final StepMapper STEPS = new StepMapperImpl();

    private Mappers() {}
}
