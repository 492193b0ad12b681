package dev.parley.persistence.sqlite.fault;

import java.lang.reflect.Method;

/** The best kind of thread that this Java has for waiting: virtual ones from Java 21 on. */
enum ThreadKind {
    VIRTUAL,
    PLATFORM;

    static ThreadKind best() {
        return Runtime.version().feature() >= 21 ? VIRTUAL : PLATFORM;
    }

    /** Starts one. This is compiled for a Java that has no virtual ones. */
    Thread start(Runnable work) throws ReflectiveOperationException {
        if (this == VIRTUAL) {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return (Thread) start.invoke(null, work);
        }
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }
}
