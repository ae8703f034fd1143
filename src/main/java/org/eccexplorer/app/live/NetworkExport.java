package org.eccexplorer.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eccexplorer.app.export.OnnxExport;
import org.eccexplorer.app.export.ScriptRun;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Watching;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.script.Expected;
import org.eccexplorer.script.ScriptFiles;
import org.eccexplorer.script.ScriptKind;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.trace.Quantity;
import org.eccexplorer.trace.TraceKind;
import org.eccexplorer.trace.Watched;
import org.eccexplorer.trace.WatchedLayer;

/** Writes the network of a run for other programs, as the command line would. */
public final class NetworkExport {
    /** So many images go with a script. */
    private static final int IMAGES = 100;

    private NetworkExport() {}

    /**
     * Writes a script for PyTorch with the network and the first images of the run.
     *
     * @param folder is made if need be; what an earlier export has written there is replaced
     * @param run with results
     * @return the script
     */
    public static Path script(Path folder, Experiment experiment, RunState run)
            throws ProblemException {
        Prepared prepared = run.prepared().orElseThrow();
        RunSnapshot result = run.snapshot().orElseThrow();
        try (ResultFolder _ = ResultFolder.claim(folder, ScriptFiles.EXPERIMENT, true)) {
            LabelledImages images = experiment.test().limit(Math.clamp(result.images(), 1, IMAGES));
            Expected expected =
                    ScriptRun.expected(
                            prepared,
                            images,
                            Reading.from(result.reading().from()),
                            done -> {},
                            new Cancellation());
            ScriptFiles.write(folder, ScriptKind.PYTORCH, prepared.network(), images, expected);
        }
        return folder.resolve(ScriptKind.SCRIPT);
    }

    /** Writes the CNN of a run with batch normalisation folded as ONNX. */
    public static OnnxExport.Agreement onnx(Path file, Experiment experiment, RunState run)
            throws ProblemException {
        return OnnxExport.write(
                file, run.prepared().orElseThrow(), experiment.test().limit(IMAGES));
    }

    /**
     * Writes the spikes of all neurons on one image, and V(t) and Z(t) of one neuron.
     *
     * @param image −1 in the file if it is the user's own
     * @param layer of the neuron; of gates there are spikes alone
     */
    public static void traces(
            Path file, TraceKind kind, RunState run, ViewedImage image, int layer, int neuron)
            throws ProblemException {
        Prepared prepared = run.prepared().orElseThrow();
        SpikingNetwork network = prepared.network();
        int[] images = {image.index()};
        ImageTrace trace =
                ImageTrace.of(prepared, image.pixels(), Math.max(0, image.index()), () -> false);
        Watched all =
                Watching.of(
                        prepared,
                        images,
                        Watching.all(network),
                        l -> Watching.all(network, l),
                        EnumSet.of(Quantity.SPIKES),
                        i -> trace,
                        done -> {});
        List<WatchedLayer> layers = new ArrayList<>(all.layers());
        if (network.layers().get(layer).role() != Role.MAXIMUM_GATE) {
            Watched one =
                    Watching.of(
                            prepared,
                            images,
                            List.of(layer),
                            l -> new int[] {neuron},
                            EnumSet.of(Quantity.POTENTIAL, Quantity.CURRENT),
                            i -> trace,
                            done -> {});
            layers.set(layer, layers.get(layer).with(one.layers().getFirst()));
        }
        kind.write(file, new Watched(all.timesteps(), images, layers));
    }
}
