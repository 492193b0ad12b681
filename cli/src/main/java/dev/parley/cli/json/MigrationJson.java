package dev.parley.cli.json;

import dev.parley.cli.store.MigrationSteps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a database comes to the version of this build, as the command shows it. */
public final class MigrationJson {
    private MigrationJson() {}

    /** The migration as a JSON object. */
    public static Map<String, @Nullable Object> of(MigrationSteps migration) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("from", migration.from());
        object.put("to", migration.to());
        object.put("scripts", migration.scripts());
        return object;
    }
}
