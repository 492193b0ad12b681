package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What the Python system left behind: its negotiations, and its campaigns with the CPMs they have agreed. Immutable and
 * thread-safe; it is read once and needs no closing.
 *
 * <p>A negotiation has the legacy thread's id as its id and as its thread. Its round count is the one of the row. The
 * entries of its history have neither time nor cause, since none was noted. Of the copies of a campaign's tracker that
 * its rows carry, the longest is taken, and the campaign of the same row; of equally long ones the first.
 *
 * <p>A row that cannot be read, or contradicts itself, does not stop the others: {@link #findings} names it.
 */
public final class LegacyDatabase {
    /** Nobody else uses the copy that is read. */
    private static final Duration NO_WAIT = Duration.ZERO;

    private final List<CampaignSnapshot> campaigns;
    private final List<NegotiationSnapshot> negotiations;
    private final List<Finding> findings;

    private LegacyDatabase(LegacyReading reading) {
        this.campaigns = reading.campaigns();
        this.negotiations = reading.negotiations();
        this.findings = List.copyOf(reading.findings());
    }

    /**
     * Something that somebody should look at.
     *
     * @param row the thread id of the row, {@code rowid N} where that is no usable id, or {@code campaign ID}
     * @param reason what is wrong, without content
     * @param imported whether the negotiation of the row, or the campaign, was taken over all the same
     */
    public record Finding(String row, String reason, boolean imported) {}

    /**
     * What an import did.
     *
     * @param campaigns how many campaigns were registered, or got further agreements
     * @param negotiations how many negotiations were taken over
     * @param alreadyThere how many the store had already; they were left alone
     * @param findings what was found in the legacy database, and what the store contradicts
     */
    public record Report(int campaigns, int negotiations, int alreadyThere, List<Finding> findings) {
        /** Copies the list. */
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads a legacy database, by way of a copy in a private temporary directory that is removed again. The source is
     * not touched; a {@code -wal} or {@code -journal} beside it is copied together with it. Tables and columns of
     * others are ignored.
     *
     * @param file the database; nobody must be writing to it
     * @throws dev.parley.domain.port.StoreFailureException if there is no such file, it is no database, it has no table
     *     of negotiations or one that lacks a column, it is damaged, or it changes while it is copied
     */
    public static LegacyDatabase read(Path file) {
        LegacyReading reading = new LegacyReading();
        try (PrivateCopy copy = PrivateCopy.of(file);
                Connection connection = new SqliteFile(copy.file()).connect(NO_WAIT)) {
            LegacyTable.of(connection).forEach(reading::take);
        } catch (SQLException failure) {
            throw SqlFailures.typed(new SqliteFile(file), Outcome.NOT_WRITTEN, NO_WAIT, failure);
        }
        return new LegacyDatabase(reading);
    }

    /** The campaigns in the order they are first met, each with the agreements of the longest tracker. */
    public List<CampaignSnapshot> campaigns() {
        return campaigns;
    }

    /** The negotiations that could be read, in the order of their rows. */
    public List<NegotiationSnapshot> negotiations() {
        return negotiations;
    }

    /** The rows that could not be read, and those whose copy of a campaign contradicts the one taken. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Takes everything over into a store, in one commit. A negotiation that is there already is left alone, whatever
     * became of it since; a campaign that is there only gets agreements it lacks. So a second import changes nothing.
     *
     * <p>Reported and left alone: a campaign that is registered with other content, to which the negotiations are
     * attached all the same; one whose booked agreements contradict the imported ones; one that cannot be read, without
     * its negotiations; a negotiation whose thread belongs to another one.
     *
     * @throws dev.parley.domain.port.StoreException if the store cannot take the commit; whether anything was written
     *     says {@link NegotiationStore#commit}, and another import goes on from there
     */
    public Report importInto(NegotiationStore store) {
        return new Takeover(this, store).run();
    }
}
