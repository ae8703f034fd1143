package org.eccexplorer.dataset.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Many pictures, decoded beside each other and handed on in their order. */
public final class PictureSeries {
    private static final int PER_PROCESSOR = 4;

    private PictureSeries() {}

    /** A picture, or why there is none. */
    private record Outcome(
            PictureFile.@Nullable Decoded picture, @Nullable ProblemException problem) {
        static Outcome of(Path file, Shape shape) {
            try {
                return new Outcome(PictureFile.decoded(file, shape), null);
            } catch (ProblemException e) {
                return new Outcome(null, e);
            }
        }
    }

    /**
     * Reads pictures.
     *
     * @param taken each, in order
     * @throws ProblemException of the first that cannot be read
     * @throws CancellationException where the thread is interrupted; checked every few pictures
     */
    public static void read(List<Path> files, Shape shape, Consumer<PictureFile.Decoded> taken)
            throws ProblemException {
        int block = PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < files.size(); from += block) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            List<Path> some = files.subList(from, Math.min(files.size(), from + block));
            List<Outcome> outcomes =
                    some.parallelStream().map(file -> Outcome.of(file, shape)).toList();
            for (Outcome outcome : outcomes) {
                if (outcome.problem() != null) {
                    throw outcome.problem();
                }
                if (outcome.picture() != null) {
                    taken.accept(outcome.picture());
                }
            }
        }
    }
}
