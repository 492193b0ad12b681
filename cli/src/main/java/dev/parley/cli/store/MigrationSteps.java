package dev.parley.cli.store;

import java.util.List;

/**
 * How the tables of a store would be brought to the version of this build.
 *
 * @param from the version they have; 0 if there are none
 * @param to the version of this build
 * @param scripts the SQL that leads from each version to the next, in order
 */
public record MigrationSteps(int from, int to, List<String> scripts) {
    /** Copies the scripts. */
    public MigrationSteps {
        scripts = List.copyOf(scripts);
    }
}
