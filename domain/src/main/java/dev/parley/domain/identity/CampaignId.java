package dev.parley.domain.identity;

/**
 * Names one campaign, in the words of the system that runs it.
 *
 * @param value 1 to 998 characters of any script, neither blank nor with control characters or lone surrogates
 */
public record CampaignId(String value) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the value breaks the rule above
     */
    public CampaignId {
        Identifier.checked("campaign_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
