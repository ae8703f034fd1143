package org.eccexplorer.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eccexplorer.TimeLimit;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/**
 * Tries mutants of a format: each has to be opened and used to the end, or to be refused with
 * complete problems, soon and with little memory. The same mutants at every time, from a seed.
 */
final class Campaign {
    /** Of the processor: a machine that is busy with other things takes longer for the same. */
    private static final long MOST_SECONDS = 20;

    private static final long MOST_BYTES = 1L << 30;
    private static final Pattern UNSAID =
            Pattern.compile(
                    "null|.*\\b(NullPointer|IndexOutOf\\w*|Buffer\\w*|\\w+)Exception\\b.*"
                            + "|.*\\b(REDACTED|StreamReadFeature|This could mean)\\b.*");

    private final Format format;
    private final Path folder;

    /**
     * @param folder for files that come and go
     */
    Campaign(Format format, Path folder) {
        this.format = format;
        this.folder = folder;
    }

    /**
     * A mutant that was neither used nor refused as it should be.
     *
     * @param what went wrong, the same for all that go wrong in the same way
     */
    record Find(Format format, long seed, int number, String what, byte[] file) {
        @Override
        public String toString() {
            return format.word() + ", seed " + seed + ", mutant " + number + ": " + what;
        }
    }

    /**
     * What became of all.
     *
     * @param used how many were opened and used to the end
     * @param refusals how often each reason was given
     */
    record Result(int used, Map<String, Integer> refusals, List<Find> finds) {}

    /** Tries some. */
    Result run(int mutants, long seed) throws IOException {
        List<byte[]> seeds = format.seeds();
        List<Find> finds = new ArrayList<>();
        Map<String, Integer> refusals = new TreeMap<>();
        int used = 0;
        for (int i = 0; i < mutants; i++) {
            Random random = new Random(Objects.hash(format.name(), seed, i));
            byte[] good = seeds.get(random.nextInt(seeds.size()));
            byte[] mutant = format.mutator().mutant(good, random);
            Verdict verdict = tried(mutant);
            used += verdict.used() ? 1 : 0;
            verdict.refusal().ifPresent(what -> refusals.merge(what, 1, Integer::sum));
            int number = i;
            verdict.wrong()
                    .ifPresent(what -> finds.add(new Find(format, seed, number, what, mutant)));
        }
        return new Result(used, refusals, finds);
    }

    /** What became of a file. */
    private record Verdict(boolean used, Optional<String> refusal, Optional<String> wrong) {
        static Verdict failed(String what) {
            return new Verdict(false, Optional.empty(), Optional.of(what));
        }
    }

    /** What is wrong about how a file is treated; empty if nothing is. */
    Optional<String> wrong(byte[] file) throws IOException {
        return tried(file).wrong();
    }

    private Verdict tried(byte[] bytes) throws IOException {
        Path scratch = Files.createTempDirectory(folder, format.word());
        Path file = Files.write(folder.resolve(format.file()), bytes);
        Callable<Optional<ProblemException>> attempt =
                () -> {
                    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                    long before = threads.getCurrentThreadAllocatedBytes();
                    try {
                        format.trial().run(file, scratch);
                        return Optional.empty();
                    } catch (ProblemException refused) {
                        return Optional.of(refused);
                    } finally {
                        long taken = threads.getCurrentThreadAllocatedBytes() - before;
                        if (taken > MOST_BYTES) {
                            throw new AssertionError("it took more memory than a gigabyte");
                        }
                    }
                };
        try {
            Optional<ProblemException> refused = TimeLimit.within(MOST_SECONDS, attempt);
            return new Verdict(
                    refused.isEmpty(),
                    refused.map(problems -> problems.problems().getFirst().what()),
                    refused.flatMap(Campaign::incomplete));
        } catch (TimeoutException e) {
            return Verdict.failed(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            return Verdict.failed(described(e.getCause()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            FolderTree.delete(scratch);
        }
    }

    /** The failure and where in the program it came from. */
    private static String described(Throwable failure) {
        String place =
                Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.eccexplorer"))
                        .filter(frame -> !frame.getClassName().contains(".fuzz."))
                        .findFirst()
                        .map(StackTraceElement::toString)
                        .orElse("");
        return failure + " at " + place;
    }

    /** What a refusal lacks; empty if it is complete. */
    static Optional<String> incomplete(ProblemException refused) {
        for (Problem problem : refused.problems()) {
            for (String part :
                    List.of(problem.where(), problem.what(), problem.why(), problem.remedy())) {
                if (part.isBlank() || part.chars().anyMatch(Character::isISOControl)) {
                    return Optional.of("a part is no line: " + problem);
                }
            }
            if (UNSAID.matcher(problem.why()).matches()) {
                return Optional.of("no words: " + problem.what() + ": " + problem.why());
            }
        }
        return Optional.empty();
    }
}
