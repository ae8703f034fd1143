package org.eccexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/**
 * Does something once for each of its operations on files, of which that one fails, and judges what
 * is there then: every file as it was before or as it should become, nothing else, and one problem.
 */
public final class FaultLoop {
    private static final Set<Problem.Kind> KINDS =
            EnumSet.of(Problem.Kind.UNWRITABLE, Problem.Kind.UNREADABLE);

    private final FaultySystem system = new FaultySystem();
    private final Path folder;
    private final List<Map<String, byte[]>> valid = new ArrayList<>();
    private Optional<String> last = Optional.empty();
    private int stride = 1;

    /** Something that is done to files in a folder. */
    @FunctionalInterface
    public interface Act {
        void run(Path folder) throws ProblemException, IOException;
    }

    /**
     * A loop in an own folder.
     *
     * @param prepare makes what is there before
     */
    public FaultLoop(Path parent, Act prepare) throws Exception {
        folder = parent.resolve("loop");
        orMiddle(prepare);
    }

    /** What is there after this, from nothing, may be there too. */
    public FaultLoop orMiddle(Act act) throws Exception {
        clear();
        act.run(folder);
        valid.add(Contents.of(folder));
        return this;
    }

    /** This file, where it is there, says that all others are of the same act as it is. */
    public FaultLoop provenBy(String name) {
        last = Optional.of(name);
        return this;
    }

    /** Where each act takes long: only each so-manieth operation. */
    public FaultLoop every(int operations) {
        stride = operations;
        return this;
    }

    /** Does the act with every fault; gives how many times it failed. */
    public int run(Act act) throws Exception {
        Map<String, byte[]> before = valid.getFirst();
        restore(before);
        act.run(folder);
        Map<String, byte[]> after = Contents.of(folder);
        valid.add(after);
        int failures = 0;
        for (Faults.Mode mode : Faults.Mode.values()) {
            boolean reached = true;
            for (int n = 1; reached; n += stride) {
                restore(before);
                system.faults().arm(mode, n);
                boolean failed = fails(act, mode + " " + n);
                system.faults().disarm();
                reached = system.faults().failed() != null;
                failures += failed ? 1 : 0;
                judge(failed, after, mode, mode + " " + n + ": " + system.faults().failed());
            }
        }
        clear();
        return failures;
    }

    private boolean fails(Act act, String when) throws IOException {
        try {
            act.run(system.path(folder));
            return false;
        } catch (ProblemException e) {
            assertThat(e.problems()).as(when).hasSize(1);
            assertThat(e.problems().getFirst().kind()).as(when).isIn(KINDS);
            assertThat(e.problems().getFirst().why())
                    .as(when)
                    .isNotBlank()
                    .doesNotContain("Exception");
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(when + ", " + system.faults().failed(), e);
        }
    }

    private void judge(boolean failed, Map<String, byte[]> after, Faults.Mode mode, String when)
            throws IOException {
        Map<String, byte[]> left = Contents.of(folder);
        Set<Path> undeleted = system.faults().undeleted();
        boolean gone = mode == Faults.Mode.GONE;
        left.keySet()
                .removeIf(name -> isUndeleted(name, undeleted) || gone && Contents.isHidden(name));
        for (Map.Entry<String, byte[]> file : left.entrySet()) {
            assertThat(valid.stream().map(state -> state.get(file.getKey())))
                    .as("%s: %s", when, file.getKey())
                    .anyMatch(bytes -> Arrays.equals(bytes, file.getValue()));
        }
        if (!failed) {
            assertThat(Contents.same(left, after)).as("%s: done", when).isTrue();
        }
        byte[] proof = last.map(left::get).orElse(null);
        if (proof != null) {
            String name = last.orElseThrow();
            assertThat(valid.stream().filter(state -> Arrays.equals(state.get(name), proof)))
                    .as("%s: mixed", when)
                    .anyMatch(state -> Contents.same(left, state));
        }
    }

    private boolean isUndeleted(String name, Set<Path> undeleted) {
        return undeleted.stream().anyMatch(path -> Contents.name(folder, path).equals(name));
    }

    private void restore(Map<String, byte[]> state) throws IOException {
        clear();
        Contents.write(folder, state);
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }
                    });
            try (Stream<Path> folders = Files.walk(folder)) {
                for (Path empty : folders.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(empty);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
