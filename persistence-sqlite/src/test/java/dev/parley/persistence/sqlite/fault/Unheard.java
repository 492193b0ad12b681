package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;

/**
 * A step whose process died between the commit and the word, so that who asked for it cannot know.
 *
 * @param found the negotiation as it stands
 * @param revision the one that the step came to
 */
record Unheard(Stored<NegotiationSnapshot> found, long revision) {
    /** Asks for it once more, under its name. It must not be taken twice; the answer must be what came of it. */
    boolean isAnsweredTheSecondTime(NegotiationStore store) {
        if (!Life.isNamed(revision)) {
            return false;
        }
        Commit again = revision == 1
                ? Life.opening(found.value().id().value())
                : Life.next(Life.like(found, revision - 1), "who asks again");
        DuplicateStepException refused = assertThrows(DuplicateStepException.class, () -> store.commit(again));
        NegotiationSnapshot then = Life.like(found, revision).value();
        assertEquals(new RecordedStep(again.step(), revision, then.state(), then.updatedAt()), refused.recorded());
        assertEquals(found, store.find(found.value().id()).orElseThrow(), "and nothing changes");
        return true;
    }
}
