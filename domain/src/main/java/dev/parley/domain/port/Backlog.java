package dev.parley.domain.port;

/**
 * What waits to be looked after, counted at one moment.
 *
 * @param overdue negotiations whose time for a reply is over
 * @param owed messages that are to be sent, or that a sender has
 * @param unconfirmed messages of which nobody knows whether they went out, those included whose sender's time is over
 * @param failed messages that were tried as often as they may be and did not go out
 * @param quarantined rows in quarantine
 * @param agreedWithoutAgreement negotiations that have reached {@code agreed} without booking an agreement
 */
public record Backlog(
        long overdue, long owed, long unconfirmed, long failed, long quarantined, long agreedWithoutAgreement) {}
