package dev.parley.persistence.rows.mapping;

import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Between a campaign's snapshot and its rows. */
@Mapper(config = MappingRules.class)
public interface CampaignMapper {
    /** The row of a campaign; its agreements have rows of their own. */
    @Mapping(target = "campaignId", source = "campaign.id")
    @Mapping(target = "clientName", source = "campaign.clientName")
    @Mapping(target = "budget", source = "campaign.budget")
    @Mapping(target = "targetDeliverables", source = "campaign.targetDeliverables")
    @Mapping(target = "influencers", source = "campaign.influencers")
    @Mapping(target = "minCpm", source = "campaign.cpmRange.min")
    @Mapping(target = "maxCpm", source = "campaign.cpmRange.max")
    @Mapping(target = "platform", source = "campaign.platform")
    @Mapping(target = "timeline", source = "campaign.timeline")
    @Mapping(target = "createdAt", source = "campaign.createdAt")
    @Mapping(target = "attributes", source = "campaign.attributes")
    @Mapping(target = "targetMinCpm", source = "tracker.target.min")
    @Mapping(target = "targetMaxCpm", source = "tracker.target.max")
    @Mapping(target = "totalInfluencers", source = "tracker.totalInfluencers")
    CampaignRow toRow(CampaignSnapshot snapshot);

    /** The campaign of a row, without its tracker. */
    @Mapping(target = "id", source = "campaignId")
    @Mapping(target = "cpmRange", source = "row")
    @BeanMapping(
            ignoreUnmappedSourceProperties = {"minCpm", "maxCpm", "targetMinCpm", "targetMaxCpm", "totalInfluencers"})
    Campaign toCampaign(CampaignRow row);

    /** The CPM range of a row. */
    default CpmRange toRange(CampaignRow row) {
        return range(row.minCpm(), row.maxCpm());
    }

    /** A campaign's snapshot from its row and the rows of its agreements. */
    default CampaignSnapshot toSnapshot(CampaignRow row, List<AgreementRow> agreements) {
        Campaign campaign = toCampaign(row);
        CpmRange target = range(row.targetMinCpm(), row.targetMaxCpm());
        List<CpmAgreement> booked = agreements.stream().map(this::toAgreement).toList();
        return new CampaignSnapshot(
                campaign, new CpmTrackerSnapshot(campaign.id(), target, row.totalInfluencers(), booked));
    }

    /** The range between two stored CPMs. */
    private static CpmRange range(String min, String max) {
        DomainValues values = new DomainValues();
        return new CpmRange(values.cpm(min), values.cpm(max));
    }

    /** The row of an agreement. */
    @Mapping(target = "negotiationId", source = "origin")
    @Mapping(target = "importedPosition", source = "origin")
    AgreementRow toRow(CpmAgreement agreement);

    /** The agreement of a row. */
    @Mapping(target = "origin", source = "row")
    @BeanMapping(ignoreUnmappedSourceProperties = {"negotiationId", "importedPosition"})
    CpmAgreement toAgreement(AgreementRow row);

    /** The negotiation in an agreement's origin. */
    default @Nullable String negotiationId(Origin origin) {
        return origin instanceof Origin.Negotiated negotiated
                ? negotiated.negotiationId().value()
                : null;
    }

    /** The position in an agreement's origin. */
    default @Nullable Integer importedPosition(Origin origin) {
        return origin instanceof Origin.Imported imported ? imported.position() : null;
    }

    /** The origin in an agreement's row. */
    default Origin toOrigin(AgreementRow row) {
        if (row.negotiationId() != null) {
            return new Origin.Negotiated(new NegotiationId(row.negotiationId()));
        }
        return new Origin.Imported(row.importedPosition() == null ? -1 : row.importedPosition());
    }
}
