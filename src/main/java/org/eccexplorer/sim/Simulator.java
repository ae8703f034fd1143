package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Projection;
import org.eccexplorer.convert.Role;
import org.eccexplorer.convert.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackend;

/**
 * Simulates a spiking network timestep by timestep: V(t) = V(t−1) + Z(t); if V ≥ V_thr a spike and
 * V −= V_thr. All layers advance within the same timestep, so a layer can do a whole block of
 * timesteps before the next one starts on it: its weights stay in cache and nothing changes in the
 * result. One run to T gives the exact answer for every t ≤ T, unless TRE's charge is spread over
 * T.
 *
 * <p>Immutable and shared by threads; each thread has a {@link Workspace}.
 */
public final class Simulator {
    /** Timesteps that a layer does before the next one starts on them. */
    static final int BLOCK = 32;

    private static final VectorSpecies<Float> FLOATS = GatherKernel.FLOATS;
    private static final int LANES = GatherKernel.LANES;

    private final SpikingNetwork network;
    private final List<LayerPlan> plans = new ArrayList<>();
    private final KernelChoice choice;

    public Simulator(SpikingNetwork network, DenseBackend backend, KernelChoice choice) {
        this.network = network;
        this.choice = choice;
        for (int i = 0; i < network.layers().size(); i++) {
            plans.add(new LayerPlan(network, i, backend));
        }
    }

    public SpikingNetwork network() {
        return network;
    }

    /** The memory of one thread: membranes, spikes of a block, scratch. */
    public static final class Workspace {
        private final List<LayerState> states = new ArrayList<>();
        private final SpikeSource input;
        private final Scratch scratch = new Scratch();

        private Workspace(Simulator simulator) {
            SpikingNetwork network = simulator.network;
            input = simulator.newSource(Projection.INPUT);
            for (int i = 0; i < network.layers().size(); i++) {
                states.add(new LayerState(simulator.plans.get(i), simulator.newSource(i), BLOCK));
            }
        }

        private SpikeSource source(int index) {
            return index == Projection.INPUT ? input : states.get(index).source;
        }
    }

    private SpikeSource newSource(int source) {
        List<CellTable> readers =
                plans.stream()
                        .flatMap(plan -> plan.synapses.stream())
                        .filter(synapses -> synapses.projection().source() == source)
                        .map(LayerPlan.Synapses::table)
                        .toList();
        return new SpikeSource(network.sourceShape(source), readers, BLOCK);
    }

    public Workspace newWorkspace() {
        return new Workspace(this);
    }

    /**
     * Runs one image.
     *
     * @param images channels-last; the image begins at {@code offset}
     * @param index of the image in its data set, which with the seed decides Poisson spikes
     * @throws CancellationException soon after {@code cancelled} turns true
     */
    public ImageRun run(
            float[] images,
            int offset,
            int index,
            int timesteps,
            long seed,
            Workspace workspace,
            SpikeRecorder recorder,
            BooleanSupplier cancelled) {
        for (LayerState state : workspace.states) {
            state.start(images, offset, network.inputScale(), timesteps, workspace.scratch);
        }
        boolean drawn = network.options().input() == ConversionOptions.InputCoding.POISSON;
        float[] rates =
                workspace.scratch.image(
                        images, offset, network.input().size(), network.inputScale());
        PoissonInput poisson = new PoissonInput(rates.clone(), seed, index);
        RunTally tally = new RunTally(plans, timesteps);
        for (int first = 0; first < timesteps; first += BLOCK) {
            int steps = Math.min(BLOCK, timesteps - first);
            if (drawn) {
                poisson.draw(workspace.input.spikes, steps);
                workspace.input.listEvents(steps);
                record(recorder, Projection.INPUT, first, steps, workspace.input.spikes);
            }
            for (int l = 0; l < plans.size(); l++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                block(l, first, steps, workspace, tally);
                record(recorder, l, first, steps, workspace.states.get(l).spikes);
            }
        }
        return tally.finish(workspace.states);
    }

    private static void record(
            SpikeRecorder recorder, int layer, int first, int steps, SpikeBlock spikes) {
        recorder.block(layer, first, steps, spikes.words, spikes.stride);
    }

    private void block(int index, int first, int steps, Workspace workspace, RunTally tally) {
        LayerState state = workspace.states.get(index);
        LayerPlan plan = state.plan;
        state.startBlock();
        if (plan.layer.role() == Role.MAXIMUM_GATE) {
            int source = plan.layer.projections().getFirst().source();
            MaximumGate.run(state, workspace.states.get(source), steps);
        } else if (plan.isConstant()) {
            for (int pixel = 0; pixel < plan.layer.shape().pixels(); pixel++) {
                integrate(state, pixel, steps, state.steady, pixel * plan.padded, 0, tally, first);
            }
        } else {
            driven(index, first, steps, workspace, tally);
        }
        state.source.listEvents(steps);
        tally.add(index, state, first, steps);
    }

    /** A layer whose current comes from spikes. */
    private void driven(int index, int first, int steps, Workspace workspace, RunTally tally) {
        LayerState state = workspace.states.get(index);
        LayerPlan plan = state.plan;
        List<EventList> events = new ArrayList<>();
        List<SynapseKernel> kernels = new ArrayList<>();
        for (LayerPlan.Synapses synapses : plan.synapses) {
            EventList list = workspace.source(synapses.projection().source()).of(synapses.table());
            events.add(list);
            kernels.add(choice.of(synapses, list.rate(steps)));
        }
        int pixels = plan.layer.shape().pixels();
        int tile = plan.pixelsPerTile();
        for (int pixel = 0; pixel < pixels; pixel += tile) {
            int count = Math.min(tile, pixels - pixel);
            fillSteady(state, pixel, count, steps);
            for (int k = 0; k < kernels.size(); k++) {
                kernels.get(k)
                        .add(
                                events.get(k),
                                steps,
                                pixel,
                                count,
                                state.current,
                                plan.stride,
                                workspace.scratch,
                                tally.operations(index),
                                first);
            }
            for (int p = 0; p < count; p++) {
                int at = p * steps * plan.stride;
                integrate(state, pixel + p, steps, state.current, at, plan.stride, tally, first);
            }
        }
    }

    /** Begins the currents of some pixels with their constant part. */
    private static void fillSteady(LayerState state, int pixel, int count, int steps) {
        LayerPlan plan = state.plan;
        for (int p = 0; p < count; p++) {
            for (int c = 0; c < plan.padded; c += LANES) {
                FloatVector steady =
                        FloatVector.fromArray(FLOATS, state.steady, (pixel + p) * plan.padded + c);
                int at = p * steps * plan.stride + c;
                for (int t = 0; t < steps; t++) {
                    steady.intoArray(state.current, at + t * plan.stride);
                }
            }
        }
    }

    private static void integrate(
            LayerState state,
            int pixel,
            int steps,
            float[] current,
            int offset,
            int stride,
            RunTally tally,
            int first) {
        LayerPlan plan = state.plan;
        if (!plan.layer.fires()) {
            Integration.silent(
                    state, pixel, steps, current, offset, stride, tally.outputs(), first);
        } else if (plan.keepsCharge) {
            Integration.general(state, pixel, steps, current, offset, stride, plan.resetToZero);
        } else {
            Integration.subtractive(state, pixel, steps, current, offset, stride);
        }
    }
}
