package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks between processes, on every system. */
class ProcessLockTest {
    @TempDir private Path folder;

    private Process holder(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void oneHasItAtATimeInThisProcess() throws Exception {
        Path file = folder.resolve("a.lock");
        try (ProcessLock lock = ProcessLock.take(file).orElseThrow()) {
            assertThat(ProcessLock.take(folder.resolve("sub").resolve("..").resolve("a.lock")))
                    .isEmpty();
            lock.delete();
            assertThat(file).doesNotExist();
        }
        ProcessLock.take(file).orElseThrow().delete();
        assertThat(file).doesNotExist();
    }

    /**
     * Also one that is stopped in the middle, as by a suspended machine; a dead one has nothing.
     */
    @Test
    void anotherProcessHasItUntilItEnds() throws Exception {
        Path file = folder.resolve("a.lock");
        Process holder = holder(file);
        try (BufferedReader out = holder.inputReader()) {
            assertThat(out.readLine()).isEqualTo("true");
            assertThat(ProcessLock.take(file)).isEmpty();
            if (signal(holder, "STOP")) {
                assertThat(ProcessLock.take(file)).isEmpty();
                signal(holder, "CONT");
            }
            assertThat(file).as("of another").exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        ProcessLock.take(file).orElseThrow().delete();
        assertThat(file).doesNotExist();
    }

    private static boolean signal(Process process, String name) throws Exception {
        if (HostSystem.current() == HostSystem.WINDOWS) {
            return false;
        }
        return new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                == 0;
    }

    /** Takes a lock until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(ProcessLock.take(Path.of(arguments[0])).isPresent());
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @Test
    void aLockThatCannotBeTakenLeavesNoFile() throws Exception {
        Path none = folder.resolve("none").resolve("a.lock");
        try {
            ProcessLock.take(none);
            assertThat(none).as("cannot be made").exists();
        } catch (IOException e) {
            assertThat(Files.exists(none)).isFalse();
        }
    }
}
