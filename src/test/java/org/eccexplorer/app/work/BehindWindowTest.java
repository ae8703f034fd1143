package org.eccexplorer.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BehindWindowTest {
    private static final ThreadFactory BEHIND = BehindWindow.threads("behind");

    @Test
    void threadsAndThoseThatTheyStartHaveALowerPriority() throws Exception {
        int own = Thread.currentThread().getPriority();
        assertThat(on(BEHIND, () -> Thread.currentThread().getPriority())).isLessThan(own);
        assertThat(on(BEHIND, () -> on(Thread::new, () -> Thread.currentThread().getPriority())))
                .isLessThan(own);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxHeedsIt() throws Exception {
        int own = niceness();
        assertThat(on(BEHIND, BehindWindowTest::niceness)).isEqualTo(Math.min(own + 5, 19));
        assertThat(on(BEHIND, () -> on(Thread::new, BehindWindowTest::niceness)))
                .isEqualTo(Math.min(own + 5, 19));
        assertThat(niceness()).isEqualTo(own);
    }

    @Test
    void theyAreDaemonsOfTheName() {
        Thread thread = BEHIND.newThread(() -> {});
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("behind");
    }

    /** The 19th field of what Linux says of a thread. */
    private static int niceness() throws Exception {
        String all = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(all.substring(all.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private static <T> T on(ThreadFactory threads, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        threads.newThread(task).start();
        return task.get();
    }
}
