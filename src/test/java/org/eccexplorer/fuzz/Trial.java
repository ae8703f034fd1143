package org.eccexplorer.fuzz;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** What is done with a file: all that the program would do with one that it has opened. */
@FunctionalInterface
interface Trial {
    /** Larger images are not evaluated: the file is only a good one of a large model. */
    int MOST_VALUES = 100_000;

    Settings SETTINGS =
            Settings.standard()
                    .withTimesteps(4)
                    .withThreads(1)
                    .with(
                            ConversionOptions.ecc()
                                    .with(
                                            ConversionOptions.MAXIMUM_POOLING,
                                            MaximumPooling.AVERAGE));

    /**
     * Does it.
     *
     * @param scratch an empty folder
     * @throws ProblemException if the file is refused, which is right
     */
    void run(Path file, Path scratch) throws ProblemException, ReflectiveOperationException;

    /** Opens a model, evaluates it on an image, converts it, runs it and exports it. */
    static void model(Path file, Path scratch)
            throws ProblemException, ReflectiveOperationException {
        LoadedModel model = LoadedModel.open(file);
        requireFinite(model.network());
        Shape shape = model.network().inputShape();
        if (shape.size() > MOST_VALUES) {
            return;
        }
        float[] pixels = new float[shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 17 / 17f;
        }
        LabelledImages image =
                new LabelledImages("one", shape, pixels, new int[0], List.of(), false);
        Prepared prepared = Prepared.of(model, image, SETTINGS, new Cancellation());
        new RunJob(prepared, image).run(tally -> {}, new Cancellation());
        NetworkFiles.write(scratch, prepared.network(), image);
    }

    private static void requireFinite(Network network) throws ReflectiveOperationException {
        for (Node node : network.nodes()) {
            for (RecordComponent part : node.layer().getClass().getRecordComponents()) {
                if (part.getType() == float[].class && !part.getName().equals("parameters")) {
                    for (float value : (float[]) part.getAccessor().invoke(node.layer())) {
                        if (!Float.isFinite(value)) {
                            throw new AssertionError(
                                    node.name() + "." + part.getName() + " holds " + value);
                        }
                    }
                }
            }
        }
    }

    /** Opens images for the smallest bundled model and runs it on one. */
    static void digits(String spec, Path scratch) throws ProblemException {
        Experiment experiment = Experiment.open(Digits.MODEL, spec, null, 4, List.of()).limited(1);
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.test(), SETTINGS, new Cancellation());
        new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
        NetworkFiles.write(scratch, prepared.network(), experiment.test());
    }

    /**
     * Opens images and reads one.
     *
     * @param shape that they are to have; null for any
     */
    static void images(String spec, @Nullable Shape shape) throws ProblemException {
        LabelledImages images = DataSets.open(spec, shape, 1000);
        images.batch(0, Math.min(1, images.count()));
    }

    /** Opens a session and exports its runs. */
    static void session(SavedSession saved, Path scratch) throws ProblemException {
        SavedSession.Opened opened = saved.open();
        for (RunState run : opened.state().runs()) {
            if (run.snapshot().isPresent() && run.prepared().isPresent()) {
                RunExport.write(
                        scratch, opened.state().experiment(), run, "ecc run", InputMacs.ONCE);
            }
        }
    }

    /** The smallest bundled model, read once. */
    final class Digits {
        static final LoadedModel MODEL = open();

        private Digits() {}

        private static LoadedModel open() {
            try {
                return LoadedModel.open(BundledModels.open("digits").model());
            } catch (ProblemException e) {
                throw new AssertionError(e);
            }
        }
    }
}
