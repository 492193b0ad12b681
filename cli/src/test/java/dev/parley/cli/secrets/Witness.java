package dev.parley.cli.secrets;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.negotiation.Negotiation;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says aloud whatever an app might log: every value it is shown, with all that is inside, and every failure. What it
 * says is searched for secrets by somebody else.
 */
final class Witness {
    /** Begins a line that names a type whose text was said. */
    static final String SHOWN = "SHOWN ";

    /** Begins a line that names an exception that was said. */
    static final String FAILED = "FAILED ";

    private final Set<Object> shown = new HashSet<>();

    /** What must fail. */
    interface Attempt {
        void run() throws Exception;
    }

    /** Says what a value and everything inside it says of itself. */
    <T> T show(T value) {
        walk(value);
        return value;
    }

    /** Tries what must fail, and says how. */
    void fail(Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                System.out.println(FAILED + cause.getClass().getName());
            }
            failure.printStackTrace(System.out);
            return;
        }
        throw new AssertionError("this should have failed");
    }

    private void walk(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::walk);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::walk);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::walk);
        } else if (value != null && value.getClass().getName().startsWith("dev.parley.") && shown.add(value)) {
            System.out.println(SHOWN + value.getClass().getName() + " " + value);
            inside(value);
        }
    }

    private void inside(Object value) {
        if (value instanceof Negotiation negotiation) {
            walk(negotiation.snapshot());
        } else if (value instanceof Attributes attributes) {
            walk(attributes.asMap());
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                walk(read(component, value));
            }
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a component cannot be read", impossible);
        }
    }
}
