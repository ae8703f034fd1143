package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eccexplorer.sim.kernel.EventList;
import org.eccexplorer.sim.kernel.Panel;
import org.eccexplorer.sim.kernel.Patch;
import org.eccexplorer.sim.kernel.Scratch;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.sim.kernel.SpikeRoom;
import org.eccexplorer.sim.kernel.SpikeSource;
import org.eccexplorer.sim.kernel.SynapseKernel;
import org.eccexplorer.sim.kernel.Synapses;
import org.eccexplorer.sim.kernel.Tile;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackend;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a spiking network timestep by timestep: V(t) = V(t−1) + Z(t); if V ≥ V_thr a spike and
 * V −= V_thr (or the spikes that {@link org.eccexplorer.spiking.Firing} says). As options V leaks,
 * V(t) = (1 − leak)·V(t−1) + Z(t), or a spike resets it to 0. All layers advance within the same
 * timestep, so a layer can do a whole block of timesteps before the next one starts on it: its
 * weights stay in cache and nothing changes in the result. One run to T gives the exact answer for
 * every t ≤ T, unless TRE's charge is spread over T.
 *
 * <p>Immutable and shared by threads; each thread has a {@link Workspace}.
 */
public final class Simulator {
    /** Timesteps that a layer does before the next one starts on them. */
    static final int BLOCK = 64;

    private final SpikingNetwork network;
    private final List<LayerPlan> plans = new ArrayList<>();
    private final KernelChoice choice;

    /** Per layer the sources whose lists no later layer reads. */
    private final List<Set<Integer>> read;

    /**
     * Prepares the kernels of all layers, for any number of runs.
     *
     * @param backend multiplies matrices, where a kernel does
     */
    public Simulator(SpikingNetwork network, DenseBackend backend, KernelChoice choice) {
        this.network = network;
        this.choice = choice;
        for (int i = 0; i < network.layers().size(); i++) {
            plans.add(new LayerPlan(network, i, backend));
        }
        read = lastReads();
    }

    private Simulator(SpikingNetwork network, List<LayerPlan> plans, KernelChoice choice) {
        this.network = network;
        this.choice = choice;
        this.plans.addAll(plans);
        read = lastReads();
    }

    private List<Set<Integer>> lastReads() {
        List<Set<Integer>> last = new ArrayList<>();
        Set<Integer> later = new HashSet<>();
        for (int l = plans.size() - 1; l >= 0; l--) {
            Set<Integer> own = new HashSet<>();
            for (Synapses synapses : plans.get(l).synapses) {
                if (synapses.readsLists()) {
                    own.add(synapses.projection().source());
                }
            }
            own.removeAll(later);
            later.addAll(own);
            last.addFirst(own);
        }
        return last;
    }

    /** The same with a layer whose synapses are the same; its kernels are not made again. */
    Simulator with(int index, SpikingLayer layer) {
        List<LayerPlan> others = new ArrayList<>(plans);
        others.set(index, plans.get(index).with(layer));
        return new Simulator(network.with(index, layer), others, choice);
    }

    public SpikingNetwork network() {
        return network;
    }

    /** The memory of one run: membranes, spikes of a block, scratch of each of its workers. */
    public static final class Workspace {
        final List<LayerState> states;
        private final SpikeSource input;
        private final List<Scratch> scratch;
        private final SpikeRoom room;
        private final NeuronResults results;
        private final Crew crew;

        private Workspace(Simulator simulator, Crew crew) {
            this.crew = crew;
            states = new ArrayList<>();
            input = simulator.newSource(Projection.INPUT);
            for (int i = 0; i < simulator.plans.size(); i++) {
                LayerPlan plan = simulator.plans.get(i);
                states.add(new LayerState(plan, simulator.newSource(i), BLOCK));
            }
            scratch = new ArrayList<>();
            room = new SpikeRoom();
            results = new NeuronResults();
            putScratch();
        }

        private Workspace(Workspace same, Crew crew) {
            this.crew = crew;
            states = same.states;
            input = same.input;
            scratch = same.scratch;
            room = same.room;
            results = same.results;
            putScratch();
        }

        private void putScratch() {
            while (scratch.size() < crew.size()) {
                scratch.add(new Scratch());
            }
        }

        /** The same memory, for images that another crew works on. */
        public Workspace with(Crew other) {
            return new Workspace(this, other);
        }

        private SpikeSource source(int index) {
            return index == Projection.INPUT ? input : states.get(index).source;
        }
    }

    private SpikeSource newSource(int source) {
        List<Synapses> readers =
                plans.stream()
                        .flatMap(plan -> plan.synapses.stream())
                        .filter(synapses -> synapses.projection().source() == source)
                        .toList();
        return new SpikeSource(
                network.sourceShape(source), network.sourceFiring(source), readers, BLOCK);
    }

    /** For a thread that runs images by itself. */
    public Workspace newWorkspace() {
        return newWorkspace(Crew.ALONE);
    }

    /** For images whose layers a crew works on together. */
    public Workspace newWorkspace(Crew crew) {
        return new Workspace(this, crew);
    }

    /**
     * An image and how it is run. The array belongs to the record and is never changed.
     *
     * @param pixels values as the CNN takes them, in the units of its first layer, not divided by
     *     λ: any number of images, one after the other, each of the network's input shape,
     *     channels-last
     * @param offset where the image begins: its place × the size of the input shape
     * @param index of the image in its data set, which with the seed decides Poisson spikes
     * @param timesteps T, 1 or more
     * @param seed of Poisson input, see {@link PoissonInput}; without any effect on a constant one
     */
    public record Image(float[] pixels, int offset, int index, int timesteps, long seed) {}

    /**
     * Runs one image.
     *
     * @param workspace of this simulator, used by no one else meanwhile
     * @param recorder is given the spikes of every block of timesteps
     * @param cancelled is asked before every layer of every block
     * @throws CancellationException soon after {@code cancelled} turns true
     */
    public ImageRun run(
            Image image, Workspace workspace, SpikeRecorder recorder, BooleanSupplier cancelled) {
        ImageTally tally = tally(image, workspace, recorder, cancelled);
        return tally.finish(l ->
                new LayerRun.Kept(tally.perStep(l), NeuronResults.of(workspace.states.get(l))));
    }

    /**
     * The same, for those who look at it at once: what its neurons did is read from the workspace
     * whenever that is asked for, so that it is asked for before another image is run there.
     */
    public ImageRun lend(
            Image image, Workspace workspace, SpikeRecorder recorder, BooleanSupplier cancelled) {
        ImageTally tally = tally(image, workspace, recorder, cancelled);
        return tally.finish(
                l -> new LentLayer(tally.perStep(l), workspace.states.get(l), workspace.results));
    }

    private ImageTally tally(
            Image image, Workspace workspace, SpikeRecorder recorder, BooleanSupplier cancelled) {
        Scratch scratch = workspace.scratch.getFirst();
        int timesteps = image.timesteps();
        for (LayerState state : workspace.states) {
            state.start(image.pixels(), image.offset(), network.inputScale(), timesteps, scratch);
        }
        PoissonInput poisson = poisson(image, scratch);
        ImageTally tally = new ImageTally(plans, timesteps);
        for (int first = 0; first < timesteps; first += BLOCK) {
            int steps = Math.min(BLOCK, timesteps - first);
            if (poisson != null) {
                poisson.draw(workspace.input.spikes, steps);
                workspace.input.listEvents(steps, workspace.room);
                record(recorder, Projection.INPUT, first, steps, workspace.input.spikes);
            }
            for (int l = 0; l < plans.size(); l++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                block(l, first, steps, workspace, tally);
                workspace.states.get(l).source.listEvents(steps, workspace.room);
                record(recorder, l, first, steps, workspace.states.get(l).spikes);
                for (int source : read.get(l)) {
                    workspace.source(source).release(workspace.room);
                }
            }
        }
        return tally;
    }

    /**
     * One layer by itself, on the spikes that its sources have in a record; its own are in its
     * state afterwards.
     */
    void layer(int index, Image image, Workspace workspace, LayerByLayer.Blocks blocks) {
        LayerState state = workspace.states.get(index);
        Scratch scratch = workspace.scratch.getFirst();
        int timesteps = image.timesteps();
        state.start(image.pixels(), image.offset(), network.inputScale(), timesteps, scratch);
        PoissonInput poisson =
                sources(index).contains(Projection.INPUT) ? poisson(image, scratch) : null;
        ImageTally tally = new ImageTally(plans, timesteps);
        for (int first = 0; first < timesteps; first += BLOCK) {
            int steps = Math.min(BLOCK, timesteps - first);
            for (int source : sources(index)) {
                if (source != Projection.INPUT) {
                    LayerState before = workspace.states.get(source);
                    blocks.load(source, first, before);
                    before.source.listEvents(steps, workspace.room);
                } else if (poisson != null) {
                    poisson.draw(workspace.input.spikes, steps);
                    workspace.input.listEvents(steps, workspace.room);
                }
            }
            block(index, first, steps, workspace, tally);
            blocks.store(first, steps, state);
        }
    }

    /** The spikes of an image; null where it is a constant current. */
    private @Nullable PoissonInput poisson(Image image, Scratch scratch) {
        if (network.dynamics().hasConstantInput()) {
            return null;
        }
        int size = network.input().size();
        float[] rates = scratch.image(image.pixels(), image.offset(), size, network.inputScale());
        return new PoissonInput(rates.clone(), image.seed(), image.index());
    }

    private Set<Integer> sources(int index) {
        return network.layers().get(index).projections().stream()
                .map(Projection::source)
                .collect(Collectors.toSet());
    }

    private static void record(
            SpikeRecorder recorder, int layer, int first, int steps, SpikeBlock spikes) {
        recorder.block(layer, first, steps, spikes);
    }

    private void block(int index, int first, int steps, Workspace workspace, ImageTally tally) {
        LayerState state = workspace.states.get(index);
        LayerPlan plan = state.plan;
        state.startBlock();
        if (plan.layer.role() == Role.MAXIMUM_GATE) {
            int source = plan.layer.projections().getFirst().source();
            MaximumGate.run(state, workspace.states.get(source), steps);
        } else {
            Block block = new Block(state, first, steps, tally);
            Drive drive = plan.isConstant() ? constant(block) : driven(block, workspace);
            Crew crew = workspace.crew;
            List<List<LayerSlice>> pieces = crew.size() == 1 ? state.patches : state.single;
            crew.run(
                    pieces.size(),
                    (worker, piece) -> drive.run(pieces.get(piece), workspace.scratch.get(worker)));
        }
        tally.add(index, state, first, steps);
    }

    /** Some timesteps of a layer, with what gathers their results. */
    private record Block(LayerState state, int first, int steps, ImageTally tally) {}

    /** What gives the neurons of some parts their currents, and integrates them. */
    @FunctionalInterface
    private interface Drive {
        void run(List<LayerSlice> parts, Scratch scratch);
    }

    /** A layer whose current is that of the image. */
    private static Drive constant(Block block) {
        LayerState state = block.state();
        int padded = state.plan.padded;
        return (parts, scratch) -> {
            for (LayerSlice part : parts) {
                for (int pixel = part.firstPixel; pixel < part.endPixel; pixel++) {
                    int from = pixel * padded;
                    Tile tile =
                            new Tile(pixel, 0, padded, block.steps(), true, state.steady, from, 0);
                    integrate(block, part, tile);
                }
            }
        };
    }

    /** A layer whose current comes from spikes. */
    private Drive driven(Block block, Workspace workspace) {
        LayerState state = block.state();
        LayerPlan plan = state.plan;
        int steps = block.steps();
        List<EventList> events = new ArrayList<>();
        List<SynapseKernel> kernels = new ArrayList<>();
        for (Synapses synapses : plan.synapses) {
            EventList list = workspace.source(synapses.projection().source()).of(synapses.table());
            events.add(list);
            kernels.add(choice.of(synapses, list.density(steps)));
            list.count(synapses.table(), synapses.projection().fan(), steps, state.operations);
        }
        List<Panel> panels = plan.panels(kernels);
        int size = plan.pixelsPerPatch();
        return (parts, scratch) -> {
            int end = parts.getLast().endPixel;
            for (int pixel = parts.getFirst().firstPixel; pixel < end; pixel += size) {
                Patch patch = new Patch(pixel, Math.min(pixel + size, end), steps);
                for (Panel panel : panels) {
                    List<Tile> tiles = scratch.tiles(patch, panel);
                    tiles.forEach(state::putSteady);
                    for (int k = 0; k < kernels.size(); k++) {
                        kernels.get(k).add(events.get(k), tiles, scratch);
                        tiles = Tile.next(tiles);
                    }
                    integrate(block, parts, tiles);
                }
            }
        };
    }

    private static void integrate(Block block, List<LayerSlice> parts, List<Tile> tiles) {
        int at = 0;
        for (Tile tile : tiles) {
            while (tile.pixel() >= parts.get(at).endPixel) {
                at++;
            }
            integrate(block, parts.get(at), tile);
        }
    }

    private static void integrate(Block block, LayerSlice part, Tile tile) {
        LayerState state = block.state();
        LayerPlan plan = state.plan;
        if (!plan.layer.fires()) {
            Integration.silent(state, part, tile, block.tally().outputs(), block.first());
        } else if (plan.tracksCharge) {
            Integration.general(state, part, tile);
        } else if (plan.layer.firing().isMulti()) {
            MultiIntegration.run(state, part, tile);
        } else if (!plan.layer.firing().isPlain()) {
            SignedIntegration.run(state, part, tile);
        } else if (plan.keepsCharge) {
            Integration.lossy(state, part, tile);
        } else {
            Integration.subtractive(state, part, tile);
        }
    }
}
