package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.commit.EncodedRestoration;
import dev.parley.persistence.rows.commit.NegotiationWriter;
import dev.parley.persistence.rows.commit.OutboxWriter;
import dev.parley.persistence.rows.commit.RestoreWriter;
import dev.parley.persistence.rows.quarantine.StoredQuarantined;
import dev.parley.persistence.rows.stored.Copies;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.schema.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store on one SQLite file, which may be the app's own: Parley's tables, all named {@code parley_…}, then stand
 * beside the app's, and nothing else in the file is touched. Opening puts the file into write-ahead logging.
 *
 * <p>With {@link Durability#FULL}, the default, what was acknowledged survives the death of the process, of the
 * operating system and a power failure, as far as the disk keeps its word about {@code fsync}. Many threads may use one
 * store, and several processes one file on a local disk. A file that is created is readable by its owner alone.
 */
public final class SqliteNegotiationStore implements CopyableStore {
    private final Database database;

    private SqliteNegotiationStore(Database database) {
        this.database = database;
    }

    /** How much of what was acknowledged may be lost, and when. */
    public enum Durability {
        /** Nothing: each commit waits until the disk has it. */
        FULL,
        /** A power failure or a crash of the operating system may lose the latest commits; a killed process none. */
        NORMAL,
        /** A power failure or a crash of the operating system may also leave the file damaged. For tests only. */
        OFF
    }

    /**
     * How to open a store.
     *
     * @param durability what may be lost; {@link Durability#FULL} unless chosen otherwise
     * @param busyTimeout how long to wait for another process that writes, before {@link
     *     dev.parley.domain.port.StoreBusyException}; 5 seconds unless chosen otherwise, at most an hour
     * @param createIfMissing whether to create the file, and Parley's tables in it, where they are missing; yes unless
     *     chosen otherwise
     */
    public record Options(Durability durability, Duration busyTimeout, boolean createIfMissing) {
        private static final Duration LONGEST_WAIT = Duration.ofHours(1);

        /**
         * @throws InvalidValueException if the wait is negative or longer than an hour
         */
        public Options {
            if (busyTimeout.isNegative() || busyTimeout.compareTo(LONGEST_WAIT) > 0) {
                throw new InvalidValueException("busy_timeout", "must lie between zero and " + LONGEST_WAIT);
            }
        }

        /** Durable, patient, and creating what is missing. */
        public static Options defaults() {
            return new Options(Durability.FULL, Duration.ofSeconds(5), true);
        }

        /** These options with another durability. */
        public Options durability(Durability chosen) {
            return new Options(chosen, busyTimeout, createIfMissing);
        }

        /** These options with another wait. */
        public Options busyTimeout(Duration chosen) {
            return new Options(durability, chosen, createIfMissing);
        }

        /** These options with or without leave to create the file. */
        public Options createIfMissing(boolean chosen) {
            return new Options(durability, busyTimeout, chosen);
        }
    }

    /**
     * Opens a store with {@link Options#defaults}.
     *
     * @throws dev.parley.domain.port.StoreFailureException as {@link #open(Path, Options)}
     */
    public static SqliteNegotiationStore open(Path file) {
        return open(file, Options.defaults());
    }

    /**
     * Opens a store, and makes its tables where they are missing. A file that is refused is left untouched.
     *
     * <p>Tables of an older version are brought to this one, in one transaction: it is done whole or not at all, and
     * once, however many open the file at the same time. There is no way back but a backup made before. Stores of
     * the older version must be closed. {@link #migration} tells what would be done.
     *
     * @throws dev.parley.domain.port.StoreFailureException if the file or the tables are missing and may not be created, if the file cannot be
     *     written, is no SQLite database, has tables of a newer version or others of the same names, if the version of
     *     SQLite in use loses commits, or if the durability asked for is not to be had on this file
     * @throws dev.parley.domain.port.StoreBusyException if another process holds the file for longer than the wait
     */
    public static SqliteNegotiationStore open(Path file, Options options) {
        return new SqliteNegotiationStore(Opening.open(file, options, Schema.ofThisBuild()));
    }

    /**
     * What opening a file would do to Parley's tables in it. Looks without changing anything, and waits for nobody.
     *
     * @throws dev.parley.domain.port.StoreFailureException if the file does not exist, cannot be read, or would be refused as by {@link
     *     #open(Path, Options)} for what is in it
     */
    public static Migration migration(Path file) {
        return MigrationPlan.of(file, Schema.ofThisBuild());
    }

    /**
     * How the tables in a file would be brought to the version of this build, all in one transaction.
     *
     * @param from the version in the file; 0 if Parley has no tables in it
     * @param to the version of this build
     * @param scripts the SQL that leads from each version to the next, in order; empty if nothing is to be done
     */
    public record Migration(int from, int to, List<String> scripts) {
        /** Copies the scripts. */
        public Migration {
            scripts = List.copyOf(scripts);
        }
    }

    @Override
    public void commit(Commit commit) {
        SqliteCommit ready = SqliteCommit.of(commit);
        database.write(session -> {
            ready.write(session);
            return ready;
        });
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return database.read(session -> NegotiationReader.find(session, id));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return database.read(session -> NegotiationReader.findByThread(session, threadId));
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        return database.read(session -> NegotiationReader.page(session, filter, page));
    }

    @Override
    public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
        return database.read(session -> NegotiationReader.outlines(session, filter, page));
    }

    @Override
    public Backlog backlog(Instant now) {
        return database.read(session -> BacklogReader.read(session, now));
    }

    @Override
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return database.read(session -> new SqliteSteps(session).find(id, key));
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return database.read(session -> CampaignReader.find(session, id));
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return database.read(session -> CampaignReader.page(session, page));
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return database.read(session -> InboxReader.of(session, id));
    }

    @Override
    public int forgetHandled(Instant endedBefore, int limit) {
        int checked = PageRequest.first(limit).limit();
        return database.write(session -> Retention.forget(session, endedBefore, checked));
    }

    @Override
    public Optional<OwedMessage> claim(Instant now, Instant until) {
        // Most of the time nothing is due, and looking keeps nobody from writing.
        boolean due =
                database.read(session -> OutboxReader.firstDue(session, now).isPresent());
        return due
                ? database.write(session -> new OutboxWriter<>(new SqliteOutbox(session)).claim(now, until))
                : Optional.empty();
    }

    @Override
    public Optional<OwedMessage> findOwed(MessageId id) {
        return database.read(session -> OutboxReader.find(session, id));
    }

    @Override
    public List<OwedMessage> owedBy(NegotiationId id) {
        return database.read(session -> OutboxReader.of(session, id));
    }

    @Override
    public Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page) {
        return database.read(session -> OutboxReader.page(session, filter, page));
    }

    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        database.write(session -> {
            SqliteQuarantine.of(session).put(row, now);
            return row;
        });
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return database.read(session -> new SqliteQuarantine(session).page(page));
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return database.read(
                session -> new SqliteQuarantine(session).find(number).map(StoredQuarantined::meaning));
    }

    @Override
    public void release(long number) {
        database.write(session -> {
            SqliteQuarantine.of(session).release(number);
            return number;
        });
    }

    @Override
    public void release(long number, String raw) {
        database.write(session -> {
            SqliteQuarantine.of(session).release(number, raw);
            return number;
        });
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        database.write(session -> {
            new NegotiationWriter<>(new SqliteNegotiations(session), new SqliteCampaigns(session)).delete(id, revision);
            return id;
        });
    }

    @Override
    public Page<NegotiationCopy> copies(PageRequest page) {
        return database.read(session -> new Copies<>(new SqliteCopies(session)).page(page));
    }

    @Override
    public Optional<NegotiationCopy> copyOf(NegotiationId id) {
        return database.read(session -> new Copies<>(new SqliteCopies(session)).find(id));
    }

    @Override
    public int restore(Restoration restoration) {
        EncodedRestoration ready = EncodedRestoration.of(restoration);
        return database.write(
                session -> new RestoreWriter<>(SqliteCommit.tables(session), new SqliteCopies(session)).write(ready));
    }

    /**
     * Deletes a negotiation for good: its row, history, messages, steps, and the copies of them in quarantine, and then
     * every trace of them in the file, its free pages and its log, by {@link #scrub}. Its campaign keeps the agreement:
     * a CPM, an engagement rate, impressions, and the negotiation's id.
     *
     * <p>Outside remain backups, what an app keeps in tables of its own, and what the file system has freed.
     *
     * @param revision the revision the deletion was decided on
     * @throws dev.parley.domain.port.NegotiationNotFoundException if it is not stored
     * @throws dev.parley.domain.port.StaleRevisionException if it is stored with another revision
     * @throws TracesLeftException if it is deleted, but traces may be left; call {@link #scrub} again
     */
    public void erase(NegotiationId id, long revision) {
        delete(id, revision);
        scrub();
    }

    /**
     * Overwrites whatever is left in the file and its log of rows that were deleted or changed. Writing waits meanwhile,
     * reading goes on. It takes as long as writing all of Parley's tables anew, about a second for 100 MB, and as much room
     * in the log and in the directory for temporary files; so after many deletions call it once. Call it, too, if the process
     * died while erasing.
     *
     * @throws TracesLeftException if it could not be done to the end, as while somebody reads in a transaction that began before
     */
    public void scrub() {
        Scrubbing.run(database);
    }

    /** What was deleted is gone, but traces of it may still be left in the file or its log. */
    public static final class TracesLeftException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TracesLeftException(String problem, @Nullable Throwable cause) {
            super(
                    "what was deleted is gone, but traces of it may be left in the file or its log: " + problem
                            + "; call scrub() again",
                    cause);
        }
    }

    /**
     * Copies the whole database, an app's own tables included, into a new file that its owner alone can read. Reading
     * and writing go on meanwhile; the copy is the database as it stood at one moment. Open it to restore it.
     *
     * @param destination a file that does not exist; it appears once it is complete and durable
     * @throws dev.parley.domain.port.StoreFailureException if the file exists or cannot be written; then there is none
     */
    public void backup(Path destination) {
        Backup.write(database, destination);
    }

    /**
     * Looks for damage: SQLite's own checks, the checksum and meaning of every row, every history against its state,
     * agreements against states, and the settings that durability rests on. Changes nothing; holds one page in memory.
     */
    public Examination examine() {
        return new Examiner(database).examine();
    }

    /**
     * What an examination found.
     *
     * @param campaigns how many campaigns could be read
     * @param negotiations how many negotiations could be read
     * @param messages how many messages could be read
     * @param journalMode SQLite's journal mode; {@code wal}
     * @param synchronous SQLite's durability as its number; 2 for {@link Durability#FULL}
     * @param findings what is to be looked at
     */
    public record Examination(
            long campaigns,
            long negotiations,
            long messages,
            String journalMode,
            long synchronous,
            List<Finding> findings) {
        /** Copies the findings. */
        public Examination {
            findings = List.copyOf(findings);
        }

        /** Whether anything is damaged. */
        public boolean isDamaged() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.DAMAGE);
        }
    }

    /**
     * One thing that an examination found.
     *
     * @param severity how bad it is
     * @param subject what it is about, such as {@code negotiation n-1}
     * @param problem what is the matter, without content
     */
    public record Finding(Severity severity, String subject, String problem) {}

    /** How bad a finding is. */
    public enum Severity {
        /** Something is wrong in the file. */
        DAMAGE,
        /** Nothing is wrong, but a human may want to know. */
        NOTICE
    }

    @Override
    public void close() {
        database.close();
    }
}
