package dev.parley.testkit.lie;

import dev.parley.domain.port.NegotiationStore;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class of a store that breaks a promise.
 *
 * @param type a class nested in one that gathers its like
 */
record Liar(Class<?> type) {
    /** All that there are. */
    static Set<Liar> all() {
        return Stream.of(
                        BrokenAgreements.class,
                        BrokenBookkeeping.class,
                        BrokenClaims.class,
                        BrokenClients.class,
                        BrokenContent.class,
                        BrokenCopies.class,
                        BrokenDeletions.class,
                        BrokenOutlines.class,
                        BrokenQuarantine.class,
                        BrokenReads.class,
                        BrokenRecovery.class,
                        BrokenWrites.class)
                .flatMap(kind -> Stream.of(kind.getDeclaredClasses()))
                .filter(ForwardingStore.class::isAssignableFrom)
                .map(Liar::new)
                .collect(Collectors.toSet());
    }

    static Liar named(String name) {
        return all().stream()
                .filter(liar -> liar.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no liar is named " + name));
    }

    /** As the table says it: the class that gathers its like, a dot, its own. */
    String name() {
        return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }

    /** Makes a client of some data; one that keeps its own leaves them alone. */
    Function<NegotiationStore, NegotiationStore> store() {
        return data -> {
            try {
                Constructor<?> constructor = type.getDeclaredConstructors()[0];
                Object[] arguments = constructor.getParameterCount() == 0 ? new Object[0] : new Object[] {data};
                return (NegotiationStore) constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name() + " cannot be made", e);
            }
        };
    }
}
