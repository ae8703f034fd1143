package org.eccexplorer.app.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/** A model with its images, as a plan names them. */
public sealed interface Subject {
    /** The model as it was written. */
    String model();

    /** The test images as they were written; empty for those of a bundled model. */
    String data();

    /** The calibration images as they were written; empty for those of a bundled model, or none. */
    String calibration();

    /** Where the model is. */
    ModelSource source() throws ProblemException;

    /** The test images as a reader takes them. */
    String dataSource() throws ProblemException;

    /** The calibration images as a reader takes them; empty: the test images. */
    Optional<String> calibrationSource() throws ProblemException;

    /** Some of the images with a model that was read already. */
    Experiment open(LoadedModel model, Slice slice) throws ProblemException;

    /** What names it on the command line of {@code ecc run}. */
    List<String> arguments(Slice slice) throws ProblemException;

    /** One that comes with the program. */
    record Bundled(String model) implements Subject {
        @Override
        public String data() {
            return "";
        }

        @Override
        public String calibration() {
            return "";
        }

        private BundledModels.Sample sample() throws ProblemException {
            return BundledModels.open(model);
        }

        @Override
        public ModelSource source() throws ProblemException {
            return ModelSource.of(sample().model());
        }

        @Override
        public String dataSource() throws ProblemException {
            return sample().test();
        }

        @Override
        public Optional<String> calibrationSource() throws ProblemException {
            return Optional.of(sample().calibration());
        }

        @Override
        public Experiment open(LoadedModel loaded, Slice slice) throws ProblemException {
            BundledModels.Sample sample = sample();
            return Subject.open(
                    loaded,
                    sample.test(),
                    Optional.of(sample.calibration()),
                    sample.classNames(),
                    slice);
        }

        @Override
        public List<String> arguments(Slice slice) throws ProblemException {
            List<String> arguments = new ArrayList<>();
            if (slice.isLimit()) {
                arguments.addAll(List.of("--sample", model));
                limit(arguments, slice);
                return arguments;
            }
            return new Own(model, source(), "", dataSource(), "", calibrationSource())
                    .arguments(slice);
        }
    }

    /**
     * One of the user's.
     *
     * @param model as it was written, as are {@code data} and {@code calibration}
     */
    record Own(
            String model,
            ModelSource source,
            String data,
            String dataSource,
            String calibration,
            Optional<String> calibrationSource)
            implements Subject {
        @Override
        public Experiment open(LoadedModel loaded, Slice slice) throws ProblemException {
            return Subject.open(loaded, dataSource, calibrationSource, List.of(), slice);
        }

        @Override
        public List<String> arguments(Slice slice) {
            List<String> arguments = new ArrayList<>();
            arguments.addAll(List.of("--model", source.file().toString()));
            Path weights = source.weights();
            if (weights != null) {
                arguments.addAll(List.of("--weights", weights.toString()));
            }
            Shape size = source.size();
            if (size != null) {
                String written = size.height() + "x" + size.width() + "x" + size.channels();
                arguments.addAll(List.of("--size", written));
            }
            arguments.add("--data");
            arguments.add(slice.isLimit() ? dataSource : slice.of(dataSource));
            calibrationSource.ifPresent(
                    images -> arguments.addAll(List.of("--calibration", images)));
            if (slice.isLimit()) {
                limit(arguments, slice);
            }
            return arguments;
        }
    }

    private static void limit(List<String> arguments, Slice slice) {
        if (slice.to() < Integer.MAX_VALUE) {
            arguments.addAll(List.of("--limit", String.valueOf(slice.to())));
        }
    }

    private static Experiment open(
            LoadedModel model,
            String data,
            Optional<String> calibration,
            List<String> classNames,
            Slice slice)
            throws ProblemException {
        return Experiment.open(
                model,
                slice.isLimit() ? data : slice.of(data),
                calibration.orElse(null),
                slice.isLimit() ? slice.to() : Integer.MAX_VALUE,
                classNames);
    }
}
