package dev.parley.testkit.junit;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Lets the failure of a contract's test begin with the promise that broke. The name of the test says it, so no assertion
 * can forget to; the interface that it stands in follows in brackets.
 */
public final class BrokenPromise implements InvocationInterceptor {
    /** Called by JUnit. */
    public BrokenPromise() {}

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test, promise(context.getExecutable(), ""));
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test, promise(context.getExecutable(), ""));
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        return run(test, promise(context.getExecutable(), ""));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext context, ExtensionContext extension) throws Throwable {
        Optional<Method> factory = extension.getParent().flatMap(ExtensionContext::getTestMethod);
        run(test, factory.flatMap(method -> promise(method, ", of " + extension.getDisplayName())));
    }

    private static <T> T run(Invocation<T> test, Optional<String> promise) throws Throwable {
        try {
            return test.proceed();
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (AssertionError | Exception broken) {
            throw promise.isEmpty() ? broken : failure(promise.get(), broken);
        }
    }

    /** The same failure with the promise before it; where it happened stays. */
    private static AssertionFailedError failure(String promise, Throwable broken) {
        AssertionFailedError failure = broken instanceof AssertionFailedError compared && compared.isActualDefined()
                ? new AssertionFailedError(
                        promise + compared.getMessage(),
                        compared.getExpected(),
                        compared.getActual(),
                        broken.getCause())
                : new AssertionFailedError(promise + said(broken), causeOf(broken));
        failure.setStackTrace(broken.getStackTrace());
        for (Throwable suppressed : broken.getSuppressed()) {
            failure.addSuppressed(suppressed);
        }
        return failure;
    }

    private static String said(Throwable broken) {
        return broken instanceof AssertionError ? String.valueOf(broken.getMessage()) : "the store threw " + broken;
    }

    private static @Nullable Throwable causeOf(Throwable broken) {
        return broken instanceof AssertionError ? broken.getCause() : broken;
    }

    /** The name of a test as a sentence; empty if the test is none of a contract's. */
    private static Optional<String> promise(Method test, String of) {
        Class<?> contract = test.getDeclaringClass();
        if (!contract.isInterface() || !StoreFactory.class.isAssignableFrom(contract)) {
            return Optional.empty();
        }
        String sentence = test.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Optional.of(sentence + of + " [" + contract.getSimpleName() + "]: ");
    }
}
