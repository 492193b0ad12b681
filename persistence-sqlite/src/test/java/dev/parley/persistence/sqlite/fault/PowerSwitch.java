package dev.parley.persistence.sqlite.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts the power of an ext4 file system: from then on nothing reaches its disk, not even its journal
 * (EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH). Java has no ioctl, so a script language lends its own; it is
 * made ready beforehand, so that the cut follows at once when it is told.
 */
final class PowerSwitch implements AutoCloseable {
    private static final List<String> PYTHON = List.of("python3", "-c", """
            import fcntl, struct, sys
            disk = open(sys.argv[1])
            print("ready", flush=True)
            sys.stdin.readline()
            fcntl.ioctl(disk, 0x8004587D, struct.pack("I", 2))
            """);

    private static final List<String> PERL = List.of("perl", "-e", """
            $| = 1;
            my $how = pack("L", 2);
            open(my $disk, "<", $ARGV[0]) or die $!;
            print "ready\\n";
            <STDIN>;
            ioctl($disk, 0x8004587D, $how) or die $!;
            """);

    private final Process process;

    private PowerSwitch(Process process) {
        this.process = process;
    }

    static boolean possible() {
        return Shell.can("python3", "-c", "import fcntl") || Shell.can("perl", "-e", "1");
    }

    /** A switch for the file system of a file, ready to be thrown. */
    static PowerSwitch under(Path file) throws IOException {
        List<String> script = Shell.can("python3", "-c", "import fcntl") ? PYTHON : PERL;
        PowerSwitch power =
                new PowerSwitch(new ProcessBuilder(script.get(0), script.get(1), script.get(2), file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
        if (power.process.getInputStream().read() < 0) {
            throw new IOException("the switch cannot be made ready");
        }
        return power;
    }

    void off() throws IOException, InterruptedException {
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("the power could not be cut");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
