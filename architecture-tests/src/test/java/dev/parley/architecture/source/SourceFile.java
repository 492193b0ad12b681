package dev.parley.architecture.source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file of main code.
 *
 * @param path below the repository
 * @param text what stands in it
 */
public record SourceFile(Path path, String text) {
    /** The file's name alone. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The file as Java. */
    public JavaText java() {
        return JavaText.of(text);
    }

    /** What a search finds in a Java file, each with the place. */
    public Stream<String> find(Function<JavaText, List<String>> search) {
        return search.apply(java()).stream().map(found -> path + ": " + found);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
