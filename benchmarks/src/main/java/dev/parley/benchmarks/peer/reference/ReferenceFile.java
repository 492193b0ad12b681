package dev.parley.benchmarks.peer.reference;

import dev.parley.benchmarks.work.Life;
import dev.parley.benchmarks.work.SampleCampaign;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Fills a file of the reference's with what would otherwise have to be lived through step by step. */
public final class ReferenceFile {
    private static final int AT_ONCE = 1_000;

    private ReferenceFile() {}

    /**
     * Fills a new file.
     *
     * @param count how many negotiations
     * @param lives what each has been through, by its place
     */
    public static void fill(Path file, int count, IntFunction<Life> lives) throws SQLException {
        Map<Integer, SampleCampaign> campaigns = new HashMap<>();
        try (Connection connection = WideTable.open(file);
                PreparedStatement save = connection.prepareStatement(WideTable.SAVE)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                Life life = lives.apply(i);
                lived(life, campaigns.computeIfAbsent(life.campaign(), SampleCampaign::numbered))
                        .bindAll(save);
                save.executeUpdate();
                if (i % AT_ONCE == AT_ONCE - 1) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    private static WideRow lived(Life life, SampleCampaign campaign) {
        WideRow row = WideRow.open(life.id(), life.context(), campaign);
        for (int step = 0; step < life.events().size(); step++) {
            row.step(life.events().get(step), life.note(step));
        }
        return row;
    }
}
