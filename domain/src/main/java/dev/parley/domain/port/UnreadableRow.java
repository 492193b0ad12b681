package dev.parley.domain.port;

/**
 * A stored row that cannot be read: damaged, or written by a newer version.
 *
 * @param kind what it is, such as {@code negotiation}
 * @param position where it stands among its kind, whatever its id has become
 * @param id its id as it stands in the store
 * @param reason what is wrong with it, without its content
 */
public record UnreadableRow(String kind, long position, String id, String reason) {}
