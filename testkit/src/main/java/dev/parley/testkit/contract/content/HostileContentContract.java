package dev.parley.testkit.contract.content;

/** Hostile content: what is read equals what was committed, to the character, scale, order and microsecond. */
public interface HostileContentContract extends FidelityContract, CampaignFidelityContract, DeliveryFidelityContract {}
