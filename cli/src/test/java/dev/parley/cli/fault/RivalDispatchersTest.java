package dev.parley.cli.fault;

import dev.parley.cli.fault.Orders.Policy;
import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two orchestrators that dispatch from one file at a time, and die one after the other: each message goes out once. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RivalDispatchersTest {
    private static final Fault FAULT = Fault.named("two dispatching processes");

    @TempDir
    Path directory;

    @Test
    void sendEachMessageOnce() throws Exception {
        KillRun run = new KillRun(FAULT, directory, Policy.ASK_THE_MAILBOX);
        World world = run.world();
        for (int pair = 0; pair < Fault.rounds(1, 40); pair++) {
            try (ChildJvm first = run.oneOfTwo("one");
                    ChildJvm second = run.oneOfTwo("other")) {
                long before = world.crossed();
                world.listen(() -> world.crossed() > before);
                world.listen(first, 10 + run.random().nextInt(80));
                run.kill(first);
                world.listen(second, 10 + run.random().nextInt(80));
                run.kill(second);
            }
            run.endRound();
        }
        try (Aftermath after = run.aftermath()) {
            after.dispatch(run::ask);
            run.mustBeSentOnce(after);
        }
        FAULT.ran(run.figures() + ", " + world.crossed() + " by another process than owed them, each sent once");
    }
}
