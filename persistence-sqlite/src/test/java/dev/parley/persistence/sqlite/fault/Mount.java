package dev.parley.persistence.sqlite.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system of its own under a directory. It is unmounted when closed, and when this JVM ends before that. */
final class Mount implements AutoCloseable {
    private final Path at;
    private final List<String> source;
    private final Thread lastResort;
    private boolean mounted;

    private Mount(Path at, List<String> source) throws IOException {
        this.at = at;
        this.source = source;
        this.lastResort = new Thread(this::umountLazily);
        mount();
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** In memory, of a fixed size. */
    static Mount memory(Path at, String size) throws IOException {
        return new Mount(Files.createDirectories(at), List.of("-t", "tmpfs", "-o", "size=" + size, "tmpfs"));
    }

    /** A journalling file system in a file. */
    static Mount image(Path image, Path at) throws IOException {
        return new Mount(Files.createDirectories(at), List.of("-o", "loop", image.toString()));
    }

    /** A file or directory mounted onto itself, to be made read-only. */
    static Mount self(Path at) throws IOException {
        return new Mount(at, List.of("--bind", at.toString()));
    }

    /** Whether this machine can mount anything. */
    static boolean possible(Path scratch) {
        try (Mount mount = memory(scratch.resolve("probe"), "64k")) {
            return mount.mounted;
        } catch (IOException refused) {
            return false;
        }
    }

    Path at() {
        return at;
    }

    void readOnly() throws IOException {
        Shell.run("mount", "-o", "remount,ro,bind", at.toString());
    }

    /** Mounts it again after {@link #unmount}, which replays the journal. */
    void mount() throws IOException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(source);
        command.add(at.toString());
        Shell.run(command.toArray(String[]::new));
        mounted = true;
    }

    void unmount() throws IOException {
        Shell.run("umount", at.toString());
        mounted = false;
    }

    private void umountLazily() {
        Shell.can("umount", "--lazy", at.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            if (mounted) {
                unmount();
            }
        } catch (IOException stillInUse) {
            umountLazily();
            throw stillInUse;
        } finally {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        }
    }
}
