package dev.parley.benchmarks;

import dev.parley.benchmarks.commit.CommitMeasure;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.contender.Peer;
import dev.parley.benchmarks.contender.Peer.Part;
import dev.parley.benchmarks.growth.GrowthMeasure;
import dev.parley.benchmarks.jmh.MachineMeasure;
import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.parley.ParleyContender;
import dev.parley.benchmarks.parley.ParleyOnPostgres;
import dev.parley.benchmarks.peer.dbos.DbosOnPostgres;
import dev.parley.benchmarks.peer.naive.NaiveContender;
import dev.parley.benchmarks.peer.pool.PooledContender;
import dev.parley.benchmarks.peer.postgres.PlainPostgres;
import dev.parley.benchmarks.peer.spring.SpringOnSqlite;
import dev.parley.benchmarks.recovery.RecoveryMeasure;
import dev.parley.benchmarks.size.SizeMeasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is measured, and beside whom: the one place that knows all of them. */
final class Registry {
    private static final Part ALL = (kind, threads) -> true;

    /** Where a server is started for each turn, once is enough. */
    private static final Part MANY = (kind, threads) -> kind == Kind.STEP && threads == 64;

    private static final Part ONE_AND_MANY = (kind, threads) -> kind == Kind.STEP && (threads == 1 || threads == 64);

    private Registry() {}

    /** Whoever makes durable steps. */
    static List<Peer> peers() {
        return List.of(
                new Peer("ours", "Parley", ALL, ParleyContender::open),
                new Peer("naive", "naive: one connection", ALL, NaiveContender::open),
                new Peer("usual", "usual: pool of 10", ALL, PooledContender::open),
                new Peer("spring", "Spring Statemachine", ALL, SpringOnSqlite::open),
                new Peer("dbos", "DBOS on PostgreSQL", MANY, DbosOnPostgres::open),
                new Peer(RecoveryMeasure.ON_POSTGRESQL, "Parley on PostgreSQL", ONE_AND_MANY, ParleyOnPostgres::open),
                new Peer("postgres", "plain PostgreSQL", ONE_AND_MANY, PlainPostgres::open));
    }

    /** What the reader calls all whose figures are shown, by name. */
    static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        peers().forEach(peer -> titles.put(peer.name(), peer.title()));
        titles.put("limit", "limit: raw batches of 64");
        titles.put("fsync", "the disk: fsync of 4 KiB");
        titles.put("reference", "reference's wide row");
        return titles;
    }

    /**
     * What is measured.
     *
     * @param wanted which contenders, by name
     */
    static List<Measure> measures(Predicate<String> wanted) {
        List<Peer> peers =
                peers().stream().filter(peer -> wanted.test(peer.name())).toList();
        return List.of(
                new CommitMeasure(peers, wanted),
                new RecoveryMeasure(wanted),
                new GrowthMeasure(),
                new SizeMeasure(),
                new MachineMeasure());
    }
}
