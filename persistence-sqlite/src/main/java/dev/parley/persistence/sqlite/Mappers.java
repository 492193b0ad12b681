package dev.parley.persistence.sqlite;

import dev.parley.persistence.sqlite.row.CampaignMapper;
import dev.parley.persistence.sqlite.row.CampaignMapperImpl;
import dev.parley.persistence.sqlite.row.MessageMapper;
import dev.parley.persistence.sqlite.row.MessageMapperImpl;
import dev.parley.persistence.sqlite.row.NegotiationMapper;
import dev.parley.persistence.sqlite.row.NegotiationMapperImpl;

/** The generated mappers; they keep no state. */
final class Mappers {
    static final NegotiationMapper NEGOTIATIONS = new NegotiationMapperImpl();
    static final CampaignMapper CAMPAIGNS = new CampaignMapperImpl();
    static final MessageMapper MESSAGES = new MessageMapperImpl();

    private Mappers() {}
}
