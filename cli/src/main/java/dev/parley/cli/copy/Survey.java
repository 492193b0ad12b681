package dev.parley.cli.copy;

import dev.parley.cli.copy.CopyProgress.Phase;
import dev.parley.cli.copy.CopyReport.Holding;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.UnreadableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all of a store once, to count what is there and to find what cannot be read. Not thread-safe. */
final class Survey {
    private final CopyableStore store;
    private final CopyProgress progress;
    private final Map<String, UnreadableRow> unreadable = new LinkedHashMap<>();
    private long campaigns;
    private long negotiations;
    private long handled;
    private long steps;
    private long owed;

    private Survey(CopyableStore store, CopyProgress progress) {
        this.store = store;
        this.progress = progress;
    }

    static Survey of(CopyableStore store, CopyProgress progress) {
        Survey survey = new Survey(store, progress);
        survey.read();
        return survey;
    }

    Holding holding() {
        return new Holding(campaigns, negotiations, handled, steps, owed);
    }

    /** What cannot be read, and what stands in quarantine whether it can be read again or not. */
    List<UnreadableRow> unreadable() {
        return new ArrayList<>(unreadable.values());
    }

    private void read() {
        Page.walk(StoreCopy.PAGE, store::campaigns, page -> {
            campaigns += page.rows().size();
            note(page);
        });
        Page.walk(StoreCopy.PAGE, store::copies, page -> {
            negotiations += page.rows().size();
            page.rows().forEach(copy -> {
                handled += copy.handled().size();
                steps += copy.steps().size();
            });
            note(page);
        });
        Page.walk(StoreCopy.PAGE, request -> store.owed(DeliveryFilter.all(), request), page -> {
            owed += page.rows().size();
            note(page);
        });
        Page.walk(StoreCopy.PAGE, store::quarantined, page -> {
            page.rows().stream().map(QuarantinedRow::row).forEach(this::note);
            note(page);
        });
    }

    private void note(Page<?> page) {
        page.unreadable().forEach(this::note);
        progress.at(Phase.READING, campaigns + negotiations + owed, 0);
    }

    private void note(UnreadableRow row) {
        unreadable.putIfAbsent(row.kind() + " " + row.position(), row);
    }
}
