package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.port.StoreException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file system whose power fails while a process writes: with FULL nothing acknowledged is lost. */
class PowerLossTest {
    private static final Fault FAULT = Fault.named("power loss");

    @TempDir
    Path directory;

    private long acknowledged;
    private long sent;

    @BeforeEach
    void needsAFileSystemOfItsOwn() throws IOException {
        Path image = directory.resolve("image");
        FAULT.needs(PowerSwitch.possible(), "python3 or perl for the ioctl");
        FAULT.needs(Mount.possible(directory), "root");
        FAULT.needs(mountable(image), "mkfs.ext4 and a loop device");
    }

    @Test
    void losesNothingWithFull() throws Exception {
        Random random = FAULT.random("FULL");
        int rounds = Fault.rounds(3, 100);
        for (int round = 0; round < rounds; round++) {
            assertEquals(
                    0,
                    lost(Durability.FULL, 1 + random.nextInt(300)),
                    "nothing acknowledged is lost; parley.seed=" + FAULT.seed());
        }
        FAULT.ran("FULL, " + rounds + " rounds, " + acknowledged + " steps and messages acknowledged, none lost; "
                + sent + " messages sent, each of them known to be, or shown as unconfirmed");
    }

    /** Control: the same round loses acknowledged steps where the disk is not waited for. */
    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "OFF"})
    void losesStepsWithLess(Durability durability) throws Exception {
        Random random = FAULT.random(durability.name());
        int rounds = 0;
        long lost = 0;
        while (lost == 0 && rounds < 10) {
            rounds++;
            lost = lost(durability, 100 + random.nextInt(300));
        }
        assertTrue(lost > 0, durability + " has lost nothing, so the power was not really cut");
        FAULT.ran("control " + durability + ", " + rounds + " rounds, " + lost + " of " + acknowledged
                + " acknowledged steps and messages lost");
    }

    /** One round: a child writes, the power fails, the machine starts again. */
    private long lost(Durability durability, int until) throws Exception {
        Path image = directory.resolve("image");
        Ledger ledger = new Ledger();
        Shell.run("mkfs.ext4", "-q", "-F", image.toString(), "64M");
        try (Mount mount = Mount.image(image, directory.resolve("disk"))) {
            Path file = mount.at().resolve("parley.db");
            try (ChildJvm child = ChildJvm.start(
                    directory.resolve("child"),
                    WritingMain.class,
                    Orders.on(file).durability(durability).arguments())) {
                assertTrue(ledger.listen(child, until), () -> "the child ended by itself" + child.lastWords());
                try (PowerSwitch power = PowerSwitch.under(file)) {
                    // Without power nobody would hear what is said from here on.
                    ledger.listenToWhatWasSaid(child);
                    power.off();
                }
            }
            mount.unmount();
            mount.mount();
            acknowledged += ledger.acknowledgements();
            sent += ledger.mail().sent();
            return lost(durability, ledger, file);
        }
    }

    private static long lost(Durability durability, Ledger ledger, Path file) throws Exception {
        try {
            Audit audit = Audit.of(file);
            if (durability == Durability.FULL) {
                assertEquals(List.of(), ledger.mail().contradictions(audit), "what was sent is known");
            }
            return ledger.lost(audit);
        } catch (StoreException | AssertionError damaged) {
            if (durability != Durability.OFF) {
                throw damaged;
            }
            return ledger.acknowledgements();
        }
    }

    private boolean mountable(Path image) {
        if (!Shell.can("mkfs.ext4", "-q", "-F", image.toString(), "64M")) {
            return false;
        }
        try (Mount probe = Mount.image(image, directory.resolve("disk"))) {
            return probe.at().toFile().isDirectory();
        } catch (IOException refused) {
            return false;
        }
    }
}
