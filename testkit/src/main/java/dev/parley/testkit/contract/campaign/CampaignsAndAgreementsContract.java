package dev.parley.testkit.contract.campaign;

/** Campaigns, registered once, and agreements, which are facts of a campaign. */
public interface CampaignsAndAgreementsContract extends CampaignContract, AgreementContract, UnbookedContract {}
