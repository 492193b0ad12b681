package dev.parley.cli.copy;

/**
 * One thing that keeps a copy from being equal.
 *
 * @param subject what it is about, such as {@code negotiation n-1}
 * @param problem what is the matter, without content
 */
public record CopyFinding(String subject, String problem) {}
