package dev.parley.domain.campaign;

import dev.parley.domain.value.Text;

/**
 * Where an influencer publishes. New platforms appear faster than libraries do, so any name is welcome.
 *
 * @param code the platform's name, not blank
 */
public record Platform(String code) {
    /** Instagram. */
    public static final Platform INSTAGRAM = new Platform("instagram");

    /** TikTok. */
    public static final Platform TIKTOK = new Platform("tiktok");

    /** YouTube. */
    public static final Platform YOUTUBE = new Platform("youtube");

    /**
     * @throws dev.parley.domain.value.InvalidValueException if the name is blank or no well-formed text
     */
    public Platform {
        Text.required("platform", code);
    }
}
