package org.eccexplorer.app.work;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.eccexplorer.files.HostSystem;

/**
 * Threads of work whose results a window shows. Where both want a processor the window goes first:
 * it needs little, and without it nobody sees the rest. A processor that the window leaves is used
 * as before.
 */
public final class BehindWindow {
    /** Java's priority, which Linux does not heed. */
    private static final int PRIORITY = Thread.NORM_PRIORITY - 1;

    /** What Linux heeds: a third of the share of a thread that has nothing added. */
    private static final int NICENESS = 5;

    private BehindWindow() {}

    /** Makes daemon threads of a name that give way to the window, as do all that they start. */
    @SuppressWarnings("ThreadPriorityCheck") // no result depends on it
    public static ThreadFactory threads(String name) {
        ThreadFactory plain = Thread.ofPlatform().daemon().name(name).priority(PRIORITY).factory();
        return work ->
                plain.newThread(() -> {
                    giveWay();
                    work.run();
                });
    }

    private static void giveWay() {
        if (HostSystem.current() == HostSystem.LINUX) {
            Nice.FUNCTION.ifPresent(Nice::add);
        }
    }

    /** {@code int nice(int)} of the C library, which on Linux is about the calling thread. */
    private static final class Nice {
        /** Empty where there is none, or native code is not allowed: work goes on all the same. */
        static final Optional<MethodHandle> FUNCTION = function();

        @SuppressWarnings("restricted") // the launcher allows it
        private static Optional<MethodHandle> function() {
            try {
                Linker linker = Linker.nativeLinker();
                return linker.defaultLookup()
                        .find("nice")
                        .map(nice ->
                                linker.downcallHandle(
                                        nice,
                                        FunctionDescriptor.of(
                                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
            } catch (IllegalCallerException | UnsupportedOperationException e) {
                return Optional.empty();
            }
        }

        private static void add(MethodHandle nice) {
            try {
                int _ = (int) nice.invokeExact(NICENESS);
            } catch (Throwable e) {
                throw new AssertionError("a call of C throws nothing", e);
            }
        }
    }
}
