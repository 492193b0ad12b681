package dev.parley.domain.campaign;

import dev.parley.domain.value.InvalidValueException;

/**
 * The CPMs a campaign aims at.
 *
 * @param min the lower end
 * @param max the upper end, not below the lower; the target that flexibility is measured from
 */
public record CpmRange(Cpm min, Cpm max) {
    /**
     * @throws InvalidValueException if the minimum is above the maximum
     */
    public CpmRange {
        if (min.amount().compareTo(max.amount()) > 0) {
            throw new InvalidValueException("min_cpm", "must not be above max_cpm; exchange the two");
        }
    }
}
