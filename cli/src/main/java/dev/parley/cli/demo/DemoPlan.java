package dev.parley.cli.demo;

import java.nio.file.Path;

/**
 * What a demo shall do.
 *
 * @param influencers how many negotiations the world has
 * @param kills how many kills must hit with steps in flight
 * @param seed what the world's choices follow from; the moments of the kills remain up to the machine
 * @param unsafe whether the child acknowledges before it writes
 * @param file the database, which is not there yet
 */
public record DemoPlan(int influencers, int kills, long seed, boolean unsafe, Path file) {}
