package org.eccexplorer.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.nir.GraphBuilder;
import org.eccexplorer.nir.NirGraph;
import org.eccexplorer.nir.NirModels;
import org.eccexplorer.nir.NirReader;
import org.eccexplorer.nir.NirWriter;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.nir.certificate.Certificate;
import org.eccexplorer.nir.certificate.CertificateJson;
import org.eccexplorer.nir.certificate.ChipLimits;
import org.eccexplorer.nir.certificate.Comparison;
import org.eccexplorer.nir.certificate.Comparison.Outcome;
import org.eccexplorer.nir.certificate.Reader;
import org.eccexplorer.nir.certificate.ReaderRule;
import org.eccexplorer.nir.certificate.ReaderSimulation;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;

/**
 * Writes a converted network as NIR with its certificate beside it. The file is read back, and what
 * was read is simulated by the rule of each reader on the same images as the network itself.
 */
public final class NirExport {
    /** So many images are compared, unless another number is wanted. */
    public static final int IMAGES = 100;

    private static final int BATCH = 4;

    private final Prepared prepared;
    private final LabelledImages images;
    private final Profile profile;
    private final BiConsumer<Integer, Integer> progress;
    private final Cancellation cancellation;
    private final Comparison itself;

    /**
     * An export that is not written yet.
     *
     * @param images that are compared
     * @param progress is told how many images are done, and of how many
     */
    public NirExport(
            Prepared prepared,
            LabelledImages images,
            Profile profile,
            BiConsumer<Integer, Integer> progress,
            Cancellation cancellation) {
        this.prepared = prepared;
        this.images = images;
        this.profile = profile;
        this.progress = progress;
        this.cancellation = cancellation;
        itself = new Comparison(prepared.network());
    }

    /**
     * Writes the file, and its certificate, once everything is compared.
     *
     * @throws CancellationException if it was cancelled; nothing is written then
     */
    public Certificate write(Path file) throws ProblemException {
        int timesteps = prepared.settings().timesteps();
        GraphBuilder.Written written = GraphBuilder.write(prepared.network(), profile, timesteps);
        byte[] content = NirWriter.bytes(written.graph());
        NirGraph graph = NirReader.read(file.toString(), content);
        List<Certificate.Entry> entries = entries(written, graph, file);
        NirWriter.write(file, content);
        Certificate certificate =
                new Certificate(
                        String.valueOf(file.getFileName()),
                        ModelFile.read(file).sha256(),
                        prepared.network().name(),
                        profile,
                        timesteps,
                        images.count(),
                        itself.accuracy(),
                        written.inputScale(),
                        written.notes(),
                        entries,
                        ChipLimits.of(prepared.network(), graph));
        CertificateJson.write(CertificateJson.beside(file), certificate);
        return certificate;
    }

    private List<Certificate.Entry> entries(GraphBuilder.Written written, NirGraph graph, Path file)
            throws ProblemException {
        SpikingNetwork plain = NirModels.spiking(file.toString(), graph);
        SpikingNetwork read =
                new SpikingNetwork(
                        plain.name(),
                        plain.input(),
                        written.inputScale(),
                        plain.layers(),
                        plain.dynamics());
        List<Reader> readers =
                Arrays.stream(Reader.values())
                        .filter(reader -> reader.refusal(graph).isEmpty())
                        .toList();
        List<Comparison> comparisons = compared(read, readers);
        List<Certificate.Entry> entries = new ArrayList<>();
        for (Reader reader : Reader.values()) {
            Optional<Reader.Refusal> refusal = reader.refusal(graph);
            entries.add(
                    refusal.isPresent()
                            ? Certificate.Entry.refused(reader, refusal.get())
                            : Certificate.Entry.compared(
                                    reader,
                                    comparisons.get(readers.indexOf(reader)),
                                    itself.accuracy()));
        }
        return entries;
    }

    /** What a thread simulates with. */
    private record Bench(
            Simulator simulator, Simulator.Workspace workspace, List<ReaderSimulation> readers) {}

    /** The outcomes of one image: first of the network itself, then of each reader. */
    private record Image(int label, List<Outcome> outcomes) {}

    private List<Comparison> compared(SpikingNetwork read, List<Reader> readers) {
        SpikingNetwork network = prepared.network();
        Simulator simulator =
                new Simulator(network, DenseBackends.chosen(), prepared.settings().kernels());
        List<Comparison> comparisons = new ArrayList<>();
        readers.forEach(reader -> comparisons.add(new Comparison(network)));
        int[] done = {0};
        OrderedWork.run(
                images.count(),
                BATCH,
                prepared.settings().threads(),
                () -> bench(simulator, read, readers),
                this::batch,
                some -> {
                    for (Image image : some) {
                        Outcome own = image.outcomes().getFirst();
                        itself.add(own, own, image.label());
                        for (int r = 0; r < comparisons.size(); r++) {
                            comparisons.get(r).add(own, image.outcomes().get(r + 1), image.label());
                        }
                        done[0]++;
                    }
                    progress.accept(done[0], images.count());
                },
                cancellation);
        if (cancellation.isRequested()) {
            throw new CancellationException("stopped while readers were simulated");
        }
        return comparisons;
    }

    private Bench bench(Simulator simulator, SpikingNetwork read, List<Reader> readers) {
        boolean resets = prepared.network().dynamics().resetsToZero();
        List<ReaderSimulation> rules = new ArrayList<>();
        for (Reader reader : readers) {
            ReaderRule rule =
                    reader == Reader.ECC && resets ? reader.rule().resetting() : reader.rule();
            rules.add(new ReaderSimulation(read, rule));
        }
        return new Bench(simulator, simulator.newWorkspace(), rules);
    }

    private List<Image> batch(Bench bench, int first, int count) {
        List<Image> some = new ArrayList<>();
        int timesteps = prepared.settings().timesteps();
        for (int i = first; i < first + count; i++) {
            float[] pixels = images.batch(i, 1);
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(own(bench, pixels, i));
            for (ReaderSimulation reader : bench.readers()) {
                ReaderSimulation.Run run = reader.run(pixels, timesteps, cancellation::isRequested);
                outcomes.add(new Outcome(run.counts(), run.answer()));
            }
            some.add(new Image(i < images.labels().length ? images.labels()[i] : -1, outcomes));
        }
        return some;
    }

    private Outcome own(Bench bench, float[] pixels, int index) {
        Settings settings = prepared.settings();
        ImageRun run =
                bench.simulator()
                        .run(
                                new Simulator.Image(
                                        pixels, 0, index, settings.timesteps(), settings.seed()),
                                bench.workspace(),
                                SpikeRecorder.NONE,
                                cancellation::isRequested);
        List<float[]> counts = run.layers().stream().map(LayerRun::count).toList();
        float[] outputs = counts.getLast();
        int answer =
                prepared.network().output().fires()
                        ? ClosedForm.answers(outputs, outputs.length)[0]
                        : run.answers()[settings.timesteps() - 1];
        return new Outcome(counts, answer);
    }
}
