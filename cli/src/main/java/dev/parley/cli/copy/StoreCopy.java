package dev.parley.cli.copy;

import dev.parley.cli.copy.CopyProgress.Phase;
import dev.parley.cli.copy.CopyReport.Holding;
import dev.parley.cli.copy.CopyReport.Outcome;
import dev.parley.domain.port.CopyableStore;
import java.util.List;

/**
 * Copies everything that one store holds into another, and then compares the two: campaigns with their agreements,
 * negotiations with their revisions, histories, contexts, handled messages and named steps, and owed messages with their
 * deliveries, each in its order.
 *
 * <p>Each page is one transaction. A copy that was interrupted, at whatever point, goes on when it is made again: what
 * is there and identical is passed over. What is there otherwise is left as it is and told, and nothing that would
 * belong to it is copied. The destination may hold other things beside; until a copy has ended, it is not to be used.
 *
 * <p>The source is only read. It is to be one that nobody writes to: what changes while it is copied is found in the end
 * and told, but not copied again over what was copied before.
 */
public final class StoreCopy {
    /** How many rows are read, and written in one transaction, at the most. */
    static final int PAGE = 500;

    private final CopyableStore source;
    private final CopyableStore destination;
    private final CopyProgress progress;

    /** Copies from one into the other; both stay open. */
    public StoreCopy(CopyableStore source, CopyableStore destination, CopyProgress progress) {
        this.source = source;
        this.destination = destination;
        this.progress = progress;
    }

    /**
     * Copies all of it, unless something cannot be read.
     *
     * @throws dev.parley.domain.port.StoreException if a store is in trouble; what was copied before stays
     */
    public CopyReport copy() {
        return copied(false);
    }

    /**
     * Copies what can be read. A negotiation that cannot be is left out with its messages and steps, a message or step
     * alone; a step that was left out may be taken again.
     *
     * @throws dev.parley.domain.port.StoreException if a store is in trouble; what was copied before stays
     */
    public CopyReport copyReadable() {
        return copied(true);
    }

    private CopyReport copied(boolean readableAlone) {
        Survey survey = Survey.of(source, progress);
        Run run = new Run(survey);
        if (!readableAlone && !survey.unreadable().isEmpty()) {
            return run.ended(Outcome.UNREADABLE, List.of());
        }
        Holding holding = survey.holding();
        // Each in its turn: what belongs to something that was refused must not be written.
        return run.isClear(new CampaignPart(), Phase.CAMPAIGNS, holding.campaigns())
                        && run.isClear(new NegotiationPart(), Phase.NEGOTIATIONS, holding.negotiations())
                        && run.isClear(new OwedPart(), Phase.MESSAGES, holding.owed())
                ? run.compared()
                : run.ended(Outcome.CONFLICT, run.conflicts);
    }

    /** One run of it. */
    private final class Run {
        private final Survey survey;
        private long written;
        private long compared;
        private List<CopyFinding> conflicts = List.of();

        Run(Survey survey) {
            this.survey = survey;
        }

        private <T> boolean isClear(Part<T> part, Phase phase, long total) {
            Transfer<T> transfer = new Transfer<>(part, source, destination);
            transfer.run(progress, phase, total);
            written += transfer.written();
            conflicts = transfer.conflicts();
            return conflicts.isEmpty();
        }

        CopyReport compared() {
            Findings differences = new Findings();
            compare(new CampaignPart(), differences);
            compare(new NegotiationPart(), differences);
            compare(new OwedPart(), differences);
            List<CopyFinding> all = differences.all();
            return ended(all.isEmpty() ? Outcome.EQUAL : Outcome.DIFFERENT, all);
        }

        private <T> void compare(Part<T> part, Findings differences) {
            Holding holding = survey.holding();
            long total = holding.campaigns() + holding.negotiations() + holding.owed();
            new Comparison<>(part, source, destination, differences).run(more -> {
                compared += more;
                progress.at(Phase.COMPARING, compared, total);
            });
        }

        CopyReport ended(Outcome outcome, List<CopyFinding> findings) {
            return new CopyReport(outcome, survey.holding(), written, survey.unreadable(), findings);
        }
    }
}
