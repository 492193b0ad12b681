package dev.parley.benchmarks.parley;

import dev.parley.benchmarks.work.Life;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Fills a store of Parley's with what would otherwise have to be lived through step by step. */
public final class ParleyFile {
    private static final int AT_ONCE = 4 * Life.PER_CAMPAIGN;

    private ParleyFile() {}

    /**
     * Fills a new file.
     *
     * @param count how many negotiations
     * @param lives what each has been through, by its place
     */
    public static void fill(Path file, int count, IntFunction<Life> lives) {
        try (SqliteNegotiationStore store =
                SqliteNegotiationStore.open(file, Options.defaults().durability(Durability.OFF))) {
            fill(store, count, lives);
        }
    }

    /** Fills an empty store as {@link #fill(Path, int, IntFunction)} fills a file. */
    public static void fill(NegotiationStore store, int count, IntFunction<Life> lives) {
        // Of the columns' order in the file only the order within a commit is kept, by as many threads as there are
        // cores.
        IntStream.rangeClosed(0, (count - 1) / AT_ONCE).parallel().forEach(part -> {
            int from = part * AT_ONCE;
            store.commit(part(IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(lives)
                    .toList()));
        });
    }

    private static Commit part(List<Life> lives) {
        List<CampaignSnapshot> campaigns = lives.stream()
                .mapToInt(Life::campaign)
                .distinct()
                .mapToObj(number -> SampleCampaign.numbered(number).snapshot())
                .toList();
        return Commit.of(
                campaigns,
                lives.stream()
                        .map(life -> NegotiationChange.opened(life.snapshot(SampleCampaign.id(life.campaign()))))
                        .toList());
    }
}
