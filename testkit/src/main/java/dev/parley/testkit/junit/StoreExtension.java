package dev.parley.testkit.junit;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test a fresh store of the kind that the build names, so that an app's own tests run on each store that it
 * may meet:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StoreExtension STORES = StoreExtension.inMemory()
 *         .or("sqlite", directory -> SqliteNegotiationStore.open(directory.resolve("test.db")));
 *
 * @Test
 * void aReplyIsAnswered(NegotiationStore store, SettableClock clock) { … }
 * }</pre>
 *
 * <p>The kind is named by {@value #PROPERTY}, a system property or a configuration parameter of the JUnit platform:
 * {@code mvn test -Dparley.store=sqlite}. Without it tests run in memory. All parameters of one test, its constructor
 * and its {@code @BeforeEach} get the same store and the same {@link SettableClock}. One that {@code @BeforeAll} asks
 * for is shared by the tests of the class. The store is closed after the test, and its directory removed.
 *
 * <p>Immutable.
 */
public final class StoreExtension implements ParameterResolver {
    /** What names the kind of store. */
    public static final String PROPERTY = "parley.store";

    /** The kind that keeps nothing but memory, and the one that is meant where none is named. */
    public static final String MEMORY = "memory";

    private final Map<String, Opener> kinds;
    private final Namespace own = Namespace.create(StoreExtension.class, this);

    /** Opens an empty store of one kind. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens a store for one test.
         *
         * @param directory empty, there for this test alone, and removed after the store was closed; a store that
         *     keeps nothing in files leaves it alone
         * @throws Exception if it cannot be opened; the test fails
         */
        NegotiationStore open(Path directory) throws Exception;
    }

    private StoreExtension(Map<String, Opener> kinds) {
        this.kinds = kinds;
    }

    /** Knows the store in memory alone. */
    public static StoreExtension inMemory() {
        return new StoreExtension(Map.of(MEMORY, directory -> new InMemoryNegotiationStore()));
    }

    /**
     * Knows one more kind.
     *
     * @param kind what the build calls it
     * @throws IllegalArgumentException if the kind is blank or known already
     */
    public StoreExtension or(String kind, Opener opener) {
        if (kind.isBlank() || kinds.containsKey(kind)) {
            throw new IllegalArgumentException("kind '" + kind + "': is blank or known already; name each kind once");
        }
        Map<String, Opener> more = new LinkedHashMap<>(kinds);
        more.put(kind, opener);
        return new StoreExtension(more);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == NegotiationStore.class || type == SettableClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext.Store kept = test.getStore(own);
        if (parameter.getParameter().getType() == SettableClock.class) {
            return kept.getOrComputeIfAbsent(SettableClock.class, type -> new SettableClock());
        }
        return kept.getOrComputeIfAbsent(TestStore.class, type -> open(test), TestStore.class)
                .store();
    }

    private TestStore open(ExtensionContext test) {
        String kind = test.getConfigurationParameter(PROPERTY).orElse(MEMORY);
        Opener opener = kinds.get(kind);
        if (opener == null) {
            throw new ParameterResolutionException("no store of kind '" + kind + "' is known here; set " + PROPERTY
                    + " to one of: " + String.join(", ", kinds.keySet()));
        }
        try {
            return TestStore.open(opener, Files.createTempDirectory("parley-"));
        } catch (Exception e) {
            throw new ParameterResolutionException("the store of kind '" + kind + "' could not be opened", e);
        }
    }
}
