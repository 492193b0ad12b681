package dev.parley.benchmarks.peer.reference;

import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.negotiation.Negotiation;

/** What a wide row says: a negotiation, and its own copies of the campaign and the tracker. */
record DecodedRow(Negotiation negotiation, Campaign campaign, CampaignCpmTracker tracker) {}
