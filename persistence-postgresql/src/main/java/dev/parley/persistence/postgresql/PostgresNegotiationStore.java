package dev.parley.persistence.postgresql;

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
import dev.parley.persistence.postgresql.jdbc.Database;
import dev.parley.persistence.postgresql.schema.Schema;
import dev.parley.persistence.rows.commit.EncodedRestoration;
import dev.parley.persistence.rows.commit.NegotiationWriter;
import dev.parley.persistence.rows.commit.OutboxWriter;
import dev.parley.persistence.rows.commit.RestoreWriter;
import dev.parley.persistence.rows.quarantine.StoredQuarantined;
import dev.parley.persistence.rows.stored.Copies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The store on PostgreSQL 14 and newer, on a data source that the app owns: each call borrows a connection for one
 * transaction and gives it back as it came. Parley's tables, all named {@code parley_…}, may stand beside the app's in one
 * schema.
 *
 * <p>With {@link Durability#FULL}, the default, what was acknowledged is on the server's disk. Many threads, processes and
 * machines may use one schema. The data source must lead to the primary, and lend connections on which no transaction is
 * open; a call waits for it as long as it makes one wait.
 *
 * <p>A {@link dev.parley.domain.port.StoreFailureException} with outcome {@code UNKNOWN} says that the connection was
 * lost while the server committed. Before the store answers anything else it ends that transaction, so that what is read
 * then holds.
 */
public final class PostgresNegotiationStore implements CopyableStore {
    private final Database database;

    private PostgresNegotiationStore(Database database) {
        this.database = database;
    }

    /** How much of what was acknowledged may be lost, and when. */
    public enum Durability {
        /**
         * Nothing: each commit waits until the server's disk has it, and the replicas that its {@code
         * synchronous_commit} names. Where that is off it is turned on for the store's own transactions; a server with
         * {@code fsync} or {@code full_page_writes} off is refused.
         */
        FULL,
        /** Whatever the server and the connection are set to; nothing is asserted. For tests, or who knows the server. */
        AS_CONFIGURED
    }

    /**
     * How to open a store.
     *
     * @param durability what may be lost; {@link Durability#FULL} unless chosen otherwise
     * @param busyTimeout how long to wait for a lock that another transaction holds, before {@link
     *     dev.parley.domain.port.StoreBusyException}; 5 seconds unless chosen otherwise, from a millisecond to an hour
     * @param schema the schema that Parley's tables stand in, which must exist; null for the one that the data source's
     *     connections find first
     * @param createIfMissing whether to create Parley's tables where they are missing; yes unless chosen otherwise
     */
    public record Options(
            Durability durability,
            Duration busyTimeout,
            @Nullable String schema,
            boolean createIfMissing) {
        private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
        private static final Duration LONGEST_WAIT = Duration.ofHours(1);

        /**
         * @throws InvalidValueException if the wait is shorter than a millisecond or longer than an hour
         */
        public Options {
            if (busyTimeout.compareTo(SHORTEST_WAIT) < 0 || busyTimeout.compareTo(LONGEST_WAIT) > 0) {
                throw new InvalidValueException(
                        "busy_timeout", "must lie between " + SHORTEST_WAIT + " and " + LONGEST_WAIT);
            }
        }

        /** Durable, patient, and creating what is missing in the schema that is found first. */
        public static Options defaults() {
            return new Options(Durability.FULL, Duration.ofSeconds(5), null, true);
        }

        /** These options with another durability. */
        public Options durability(Durability chosen) {
            return new Options(chosen, busyTimeout, schema, createIfMissing);
        }

        /** These options with another wait. */
        public Options busyTimeout(Duration chosen) {
            return new Options(durability, chosen, schema, createIfMissing);
        }

        /** These options with a schema by name. */
        public Options schema(String chosen) {
            return new Options(durability, busyTimeout, chosen, createIfMissing);
        }

        /** These options with or without leave to create the tables. */
        public Options createIfMissing(boolean chosen) {
            return new Options(durability, busyTimeout, schema, chosen);
        }
    }

    /**
     * Opens a store with {@link Options#defaults}.
     *
     * @throws dev.parley.domain.port.StoreFailureException as {@link #open(DataSource, Options)}
     */
    public static PostgresNegotiationStore open(DataSource dataSource) {
        return open(dataSource, Options.defaults());
    }

    /**
     * Opens a store, and makes its tables where they are missing. A schema that is refused is left untouched.
     *
     * <p>Tables of an older version are brought to this one, in one transaction and behind a lock that the server keeps:
     * it is done whole or not at all, and once, however many nodes start at the same time. Stores of the older version
     * must be closed. {@link #migration} tells what would be done.
     *
     * @param dataSource lends connections; closing the store does not close it
     * @throws dev.parley.domain.port.StoreFailureException if the server is older than 14, a standby, keeps text in
     *     another encoding than UTF-8 or could lose what is acknowledged, if the tables are missing and may not be
     *     created, or if the schema is missing or has tables of a newer version or others of the same names
     * @throws dev.parley.domain.port.StoreBusyException if another node migrates for longer than the wait
     */
    public static PostgresNegotiationStore open(DataSource dataSource, Options options) {
        return new PostgresNegotiationStore(new Opening(dataSource, options, Schema.ofThisBuild()).open());
    }

    /**
     * What opening would do to Parley's tables. Looks without changing anything.
     *
     * @throws dev.parley.domain.port.StoreFailureException if the server or the schema would be refused as by {@link
     *     #open(DataSource, Options)}
     */
    public static Migration migration(DataSource dataSource, Options options) {
        return new Opening(dataSource, options, Schema.ofThisBuild()).migration();
    }

    /**
     * How the tables in a schema would be brought to the version of this build, all in one transaction.
     *
     * @param from the version in the schema; 0 if Parley has no tables in it
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
        PostgresCommit ready = PostgresCommit.of(commit);
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
        return database.read(session -> new PostgresSteps(session).find(id, key));
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
        boolean due = database.read(session -> OutboxReader.isAnyDue(session, now));
        return due
                ? database.write(session -> new OutboxWriter<>(new PostgresOutbox(session)).claim(now, until))
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
            PostgresQuarantine.of(session).put(row, now);
            return row;
        });
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return database.read(session -> new PostgresQuarantine(session).page(page));
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return database.read(
                session -> new PostgresQuarantine(session).find(number).map(StoredQuarantined::meaning));
    }

    @Override
    public void release(long number) {
        database.write(session -> {
            PostgresQuarantine.of(session).release(number);
            return number;
        });
    }

    @Override
    public void release(long number, String raw) {
        database.write(session -> {
            PostgresQuarantine.of(session).release(number, raw);
            return number;
        });
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        database.write(session -> {
            new NegotiationWriter<>(new PostgresNegotiations(session), new PostgresCampaigns(session))
                    .delete(id, revision);
            return id;
        });
    }

    @Override
    public Page<NegotiationCopy> copies(PageRequest page) {
        return database.read(session -> new Copies<>(new PostgresCopies(session)).page(page));
    }

    @Override
    public Optional<NegotiationCopy> copyOf(NegotiationId id) {
        return database.read(session -> new Copies<>(new PostgresCopies(session)).find(id));
    }

    @Override
    public int restore(Restoration restoration) {
        EncodedRestoration ready = EncodedRestoration.of(restoration);
        return database.write(session ->
                new RestoreWriter<>(PostgresCommit.tables(session), new PostgresCopies(session)).write(ready));
    }

    /**
     * Deletes a negotiation for good: its row, history, messages, steps, and the copies of them in quarantine. Its campaign
     * keeps the agreement: a CPM, an engagement rate, impressions, and the negotiation's id. Then PostgreSQL vacuums
     * Parley's tables, so that no index and no row version leads to what was deleted.
     *
     * <p>That is as far as a client of the server can go. Bytes of it stay in free space of the tables' pages until they
     * are written over, which {@code VACUUM FULL} hastens, and in the write-ahead log, on replicas and in backups for as
     * long as those are kept. A row version that an older transaction may still see stays until that has ended.
     *
     * @param revision the revision the deletion was decided on
     * @throws dev.parley.domain.port.NegotiationNotFoundException if it is not stored
     * @throws dev.parley.domain.port.StaleRevisionException if it is stored with another revision
     */
    public void erase(NegotiationId id, long revision) {
        delete(id, revision);
        Vacuum.run(database);
    }

    /**
     * Looks for damage: the checksum and meaning of every row, every history against its state, agreements against states
     * and campaigns, and the settings that durability rests on. Changes nothing; holds one page in memory. The
     * structure of tables and indexes is the server's to check, as by {@code pg_amcheck}.
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
     * @param serverVersion the server's version, as it names it
     * @param synchronousCommit the {@code synchronous_commit} that commits of this store are made with
     * @param findings what is to be looked at
     */
    public record Examination(
            long campaigns,
            long negotiations,
            long messages,
            String serverVersion,
            String synchronousCommit,
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
        /** Something is wrong in the tables. */
        DAMAGE,
        /** Nothing is wrong, but a human may want to know. */
        NOTICE
    }

    @Override
    public void close() {
        database.close();
    }
}
