package dev.parley.testkit.junit;

import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.NegotiationStore;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test of a contract the store that its factory opens, and closes it after the test. */
public final class FreshStore implements ParameterResolver {
    private static final Namespace OPENED = Namespace.create(FreshStore.class);

    /** Called by JUnit. */
    public FreshStore() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        Class<?> factory = type == CopyableStore.class ? CopyableStoreFactory.class : StoreFactory.class;
        return (type == NegotiationStore.class || type == CopyableStore.class)
                && test.getTestInstance().filter(factory::isInstance).isPresent();
    }

    @Override
    public NegotiationStore resolveParameter(ParameterContext parameter, ExtensionContext test) {
        StoreFactory factory = (StoreFactory) test.getRequiredTestInstance();
        try {
            NegotiationStore store = factory.openStore();
            // JUnit closes what it finds here at the end of the test.
            test.getStore(OPENED).put(NegotiationStore.class, store);
            return store;
        } catch (Exception e) {
            throw new ParameterResolutionException("the store could not be opened", e);
        }
    }
}
