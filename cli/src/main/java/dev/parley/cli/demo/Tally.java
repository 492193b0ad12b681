package dev.parley.cli.demo;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import java.util.Collection;

/** What a demo counts while it runs. */
final class Tally {
    int kills;
    int starts = 1;
    private int missedKills;
    private long recovered;
    private long recoverMicros;

    /** Counts a kill if it hit with steps in flight; gives up where it never does. */
    void hit(boolean inFlight, DemoPlan plan) {
        if (inFlight) {
            kills++;
        } else {
            missedKills++;
        }
        if (missedKills > 20 + 10 * plan.kills()) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE, "no kill hits with a step in flight; take more influencers");
        }
    }

    void add(Restart.Found found) {
        starts++;
        recovered += found.recovered();
        recoverMicros += found.recoverMicros();
    }

    DemoReport report(DemoPlan plan, Ledger ledger, Faults faults, long millis) {
        return new DemoReport(
                plan,
                kills,
                missedKills,
                ledger.steps(),
                historyEntries(ledger.entries()),
                ledger.ended(),
                ledger.campaign().tracker().agreements().size(),
                recovered,
                recoverMicros,
                millis,
                faults.steps(),
                faults.descriptions());
    }

    private static long historyEntries(Collection<Entry> entries) {
        return entries.stream()
                .map(Entry::negotiation)
                .mapToLong(negotiation ->
                        negotiation == null ? 0 : negotiation.history().size())
                .sum();
    }
}
