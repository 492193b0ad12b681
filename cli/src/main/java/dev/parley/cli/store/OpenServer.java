package dev.parley.cli.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Examination;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An open database on a server.
 *
 * @param pool where the store borrows its connections
 */
public record OpenServer(PostgresNegotiationStore store, HikariDataSource pool) implements OpenStore {
    @Override
    public Checkup checkup() {
        Examination found = store.examine();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server_version", found.serverVersion());
        settings.put("synchronous_commit", found.synchronousCommit());
        return new Checkup(
                found.campaigns(),
                found.negotiations(),
                found.messages(),
                settings,
                found.findings().stream()
                        .map(finding -> new Checkup.Finding(
                                finding.severity() == Severity.DAMAGE, finding.subject(), finding.problem()))
                        .toList());
    }

    @Override
    public String erase(NegotiationId id, long revision) {
        store.erase(id, revision);
        return "free space of the tables, the server's log, replicas and backups may hold traces for as long as they are"
                + " kept";
    }

    @Override
    public void close() {
        store.close();
        pool.close();
    }
}
