package dev.parley.domain.campaign;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a campaign wants to work with.
 *
 * @param name any script, newlines included; not blank, not necessarily unique
 * @param platform where they publish
 * @param engagementRate how their audience reacts; null where it is not known
 * @param attributes whatever else the orchestrator knows of them
 */
public record Influencer(
        String name, Platform platform, @Nullable EngagementRate engagementRate, Attributes attributes) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the name is blank or no well-formed text
     */
    public Influencer {
        Text.required("influencer name", name);
    }
}
