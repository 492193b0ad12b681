package dev.parley.cli.store;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Examination;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/** An open SQLite database. */
public record OpenFile(SqliteNegotiationStore store) implements OpenStore {
    @Override
    public Checkup checkup() {
        Examination found = store.examine();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("journal_mode", found.journalMode());
        settings.put("synchronous", found.synchronous());
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
        return "";
    }

    @Override
    public void close() {
        store.close();
    }
}
