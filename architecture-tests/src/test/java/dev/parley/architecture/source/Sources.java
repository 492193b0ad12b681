package dev.parley.architecture.source;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.house.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The main sources of modules, as they are written. */
public final class Sources {
    private Sources() {}

    /** The Java files. */
    public static Stream<SourceFile> java(Collection<Module> modules) {
        return modules.stream()
                .flatMap(module -> below(module.path("src/main/java")))
                .filter(source -> source.name().endsWith(".java"));
    }

    /** The resources, where a module has any. */
    public static Stream<SourceFile> resources(Collection<Module> modules) {
        return modules.stream()
                .map(module -> module.path("src/main").resolve("resources"))
                .filter(Files::isDirectory)
                .flatMap(Sources::below);
    }

    private static Stream<SourceFile> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> sources = files.filter(Files::isRegularFile).sorted().toList();
            return sources.stream().map(Sources::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(Repository.root().relativize(path), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
