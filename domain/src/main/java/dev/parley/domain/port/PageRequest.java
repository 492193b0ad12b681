package dev.parley.domain.port;

import dev.parley.domain.value.InvalidValueException;

/**
 * Which part of a long answer is wanted.
 *
 * @param after the position the last page ended at; 0 for the first page
 * @param limit how many rows at the most, 1 to 10,000
 */
public record PageRequest(long after, int limit) {
    /** The most rows a page may have. */
    public static final int MAX_LIMIT = 10_000;

    /**
     * @throws InvalidValueException if the limit is out of range or the position negative
     */
    public PageRequest {
        if (after < 0) {
            throw new InvalidValueException("after", "must not be negative");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValueException("limit", "must lie between 1 and " + MAX_LIMIT);
        }
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }

    /** The page that begins behind a position. */
    public PageRequest from(long position) {
        return new PageRequest(position, limit);
    }
}
