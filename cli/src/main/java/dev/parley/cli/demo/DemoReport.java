package dev.parley.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a demo.
 *
 * @param plan what it was to do
 * @param kills how many kills hit with steps in flight
 * @param missedKills how many hit with nothing in flight, and do not count
 * @param steps how many steps were acknowledged
 * @param historyEntries how many entries the histories have
 * @param ended how many negotiations have ended in each state
 * @param agreements how many agreements were booked
 * @param recovered how many negotiations the restarts gave back, in all
 * @param recoverMicros how long they took for that, in all
 * @param millis how long the demo took
 * @param faults how many steps are lost, doubled or different
 * @param descriptions what they are
 */
public record DemoReport(
        DemoPlan plan,
        int kills,
        int missedKills,
        long steps,
        long historyEntries,
        Map<String, Long> ended,
        int agreements,
        long recovered,
        long recoverMicros,
        long millis,
        Map<Faults.Kind, Long> faults,
        List<String> descriptions) {

    /** Whether everything acknowledged is there, once and as it was acknowledged. */
    public boolean isGood() {
        return descriptions.isEmpty();
    }

    /** The verdict in a few words. */
    public String summary() {
        return count(Faults.Kind.LOST) + " lost, " + count(Faults.Kind.DOUBLED) + " doubled, "
                + count(Faults.Kind.DIFFERENT) + " different";
    }

    /** The report as a JSON object. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("influencers", plan.influencers());
        json.put("seed", plan.seed());
        json.put("unsafe", plan.unsafe());
        json.put("file", plan.file().toString());
        json.put("kills", kills);
        json.put("missed_kills", missedKills);
        json.put("steps", steps);
        json.put("history_entries", historyEntries);
        json.put("ended", ended);
        json.put("agreements", agreements);
        json.put("recovered", recovered);
        json.put("recover_micros", recoverMicros);
        json.put("millis", millis);
        for (Faults.Kind kind : Faults.Kind.values()) {
            json.put(kind.name().toLowerCase(Locale.ROOT), count(kind));
        }
        json.put("faults", descriptions);
        return json;
    }

    private long count(Faults.Kind kind) {
        return faults.getOrDefault(kind, 0L);
    }
}
