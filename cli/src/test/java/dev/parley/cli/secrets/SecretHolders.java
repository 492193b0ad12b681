package dev.parley.cli.secrets;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which public records can hold a secret, by their components: none can be forgotten when a new one is written. */
final class SecretHolders {
    private static final Set<String> FREE_TEXT = Set.of("cause", "problem", "raw");

    private SecretHolders() {}

    /** The holders among the packages that some classes stand in. */
    static Set<String> in(Class<?>... oneOfEach) throws IOException, URISyntaxException, ClassNotFoundException {
        TreeSet<String> names = new TreeSet<>();
        for (Class<?> one : oneOfEach) {
            names.addAll(classes(one));
        }
        Set<String> holders = new TreeSet<>(Set.of(Attributes.class.getName(), AttributeValue.class.getName()));
        for (boolean more = true; more; ) {
            more = false;
            for (String name : names) {
                Class<?> type = Class.forName(name, false, SecretHolders.class.getClassLoader());
                more |= holds(type, holders) && holders.add(name);
            }
        }
        holders.remove(AttributeValue.class.getName());
        return holders;
    }

    private static boolean holds(Class<?> type, Set<String> holders) {
        return type.isRecord()
                && Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getRecordComponents()).anyMatch(component -> holds(component, holders));
    }

    private static boolean holds(RecordComponent component, Set<String> holders) {
        Type type = component.getGenericType();
        boolean freeText = FREE_TEXT.contains(component.getName()) && component.getType() == String.class;
        return freeText
                || component.getType() == Object.class
                || holders.stream().anyMatch(holder -> names(type, holder));
    }

    private static boolean names(Type type, String holder) {
        return Pattern.compile("\\b" + Pattern.quote(holder) + "\\b")
                .matcher(type.getTypeName())
                .find();
    }

    private static List<String> classes(Class<?> one) throws IOException, URISyntaxException {
        URI location = one.getProtectionDomain().getCodeSource().getLocation().toURI();
        String folder = one.getPackageName().replace('.', '/');
        if (Files.isDirectory(Path.of(location))) {
            return classes(Path.of(location), Path.of(location).resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(location), Map.of())) {
            return classes(jar.getPath("/"), jar.getPath("/", folder));
        }
    }

    private static List<String> classes(Path root, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
