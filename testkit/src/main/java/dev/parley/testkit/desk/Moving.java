package dev.parley.testkit.desk;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.Restoration;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import dev.parley.testkit.picture.Questions;
import dev.parley.testkit.picture.StepName;
import java.util.List;

/** Everything of one store on its way into another. */
public record Moving(CopyableStore from, CopyableStore to) {
    /** Registers the campaigns with what was agreed in them. */
    public void campaigns() {
        Picture.pages(50, from::campaigns).forEach(campaign -> to.commit(Commit.of(campaign)));
    }

    public List<NegotiationCopy> copies() {
        return Picture.pages(50, from::copies);
    }

    public List<OwedMessage> owed() {
        return Picture.pages(50, page -> from.owed(DeliveryFilter.all(), page));
    }

    /**
     * Moves all there is, negotiations and messages in one restoration.
     *
     * @return how many of them were written
     */
    public int all() {
        campaigns();
        return to.restore(new Restoration(copies(), owed()));
    }

    /** Fails unless both stores answer every question alike, names of steps included. */
    public void mustBeAlike(String promise) {
        List<StepName> steps = copies().stream()
                .flatMap(copy -> copy.steps().stream()
                        .map(recorded -> new StepName(copy.id(), recorded.step().key())))
                .toList();
        Questions questions = new Questions(
                List.of(Fixtures.OPENED_AT, Fixtures.OPENED_AT.plusSeconds(90_000), Dispatch.END_OF_TIME), steps);
        Exactly.equal(Picture.of(from, questions), Picture.of(to, questions), promise);
    }
}
