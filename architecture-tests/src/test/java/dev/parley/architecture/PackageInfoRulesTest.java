package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.source.SourceFile;
import dev.parley.architecture.source.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package says what it is for. */
class PackageInfoRulesTest {
    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> paths =
                Sources.java(EnumSet.allOf(Module.class)).map(SourceFile::path).toList();
        assertEquals(Set.of(), silent(paths));
    }

    @Test
    void aSilentPackageIsNoticed() {
        assertEquals(
                Set.of(Path.of("b")),
                silent(Stream.of("module-info.java", "a/package-info.java", "a/A.java", "b/B.java")
                        .map(Path::of)
                        .toList()));
    }

    private static Set<Path> silent(Collection<Path> paths) {
        Set<Path> silent = new TreeSet<>();
        paths.stream().filter(path -> !path.endsWith("module-info.java")).forEach(path -> silent.add(path.getParent()));
        paths.stream()
                .filter(path -> path.endsWith("package-info.java"))
                .forEach(path -> silent.remove(path.getParent()));
        return silent;
    }
}
