package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.sim.kernel.Lanes;
import org.eccexplorer.sim.kernel.Panel;
import org.eccexplorer.sim.kernel.RealProjection;
import org.eccexplorer.sim.kernel.SynapseKernel;
import org.eccexplorer.sim.kernel.Synapses;
import org.eccexplorer.spiking.Dynamics;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackend;

/** What is prepared once per spiking layer and shared by all threads: kernels and constants. */
final class LayerPlan {
    final SpikingLayer layer;

    /** Neurons per pixel, rounded up to whole vectors. */
    final int padded;

    /** Bias per neuron, padded with zeros. */
    final float[] bias;

    final List<Synapses> synapses = new ArrayList<>();

    /** Projections from the image under constant coding: their current never changes. */
    final List<RealProjection> constant = new ArrayList<>();

    /** Multiplications that the constant input current stands for, per timestep. */
    final long inputMacs;

    /** Whether S_t of every step is needed: it breaks ties of output counts. */
    final boolean tracksCharge;

    /**
     * Whether V(t) breaks those ties: once charge leaks, S_t no longer ranks the outputs like V(t).
     */
    final boolean ranksByPotential;

    /** Whether the charge it received must be kept apart: a leak or a reset to zero loses it. */
    final boolean keepsCharge;

    final boolean resetToZero;

    /** Share of V lost per timestep. */
    final float leak;

    LayerPlan(SpikingNetwork network, int index, DenseBackend backend) {
        layer = network.layers().get(index);
        boolean output = index == network.layers().size() - 1;
        tracksCharge = layer.fires() && output;
        Dynamics dynamics = network.dynamics();
        ranksByPotential = output && !dynamics.conservesCharge();
        keepsCharge = layer.fires() && (tracksCharge || !dynamics.conservesCharge());
        resetToZero = dynamics.resetsToZero();
        leak = (float) dynamics.leak();
        int channels = layer.shape().channels();
        padded = Lanes.padded(channels);
        bias = Lanes.pad(layer.bias(), channels, padded);
        long macs = 0;
        List<Projection> projections =
                layer.role() == Role.MAXIMUM_GATE ? List.of() : layer.projections();
        for (Projection projection : projections) {
            if (dynamics.hasConstantInput() && projection.source() == Projection.INPUT) {
                constant.add(new RealProjection(projection, backend));
                macs += projection.synapses();
            } else {
                synapses.add(
                        Synapses.of(
                                projection, network.sourceFiring(projection.source()), backend));
            }
        }
        inputMacs = macs;
    }

    /** The plan of a layer with the same synapses, but other constants. */
    private LayerPlan(LayerPlan plan, SpikingLayer layer) {
        this.layer = layer;
        padded = plan.padded;
        bias = Lanes.pad(layer.bias(), layer.shape().channels(), padded);
        synapses.addAll(plan.synapses);
        constant.addAll(plan.constant);
        inputMacs = plan.inputMacs;
        tracksCharge = plan.tracksCharge;
        ranksByPotential = plan.ranksByPotential;
        keepsCharge = plan.keepsCharge;
        resetToZero = plan.resetToZero;
        leak = plan.leak;
    }

    /** The same with other constant currents and other potentials at the start. */
    LayerPlan with(SpikingLayer other) {
        return new LayerPlan(this, other);
    }

    /** Target pixels whose currents a single worker computes together. */
    int pixelsPerPatch() {
        int most = synapses.stream().mapToInt(s -> s.sparse().pixelsPerPatch()).max().orElse(1);
        return Math.min(
                isPanelled() ? most : Math.min(most, LayerSlice.PIXELS), layer.shape().pixels());
    }

    /** Whether each projection reaches all channels, so that neurons may be done panel by panel. */
    private boolean isPanelled() {
        int channels = layer.shape().channels();
        return synapses.stream().allMatch(s -> s.projection().width() == channels);
    }

    /** Neurons of a pixel that are done together: those of a panel if all kernels can do it. */
    List<Panel> panels(List<SynapseKernel> kernels) {
        List<Panel> whole = List.of(new Panel(0, padded / Lanes.COUNT, padded));
        List<Panel> panels =
                kernels.stream()
                        .filter(kernel -> !kernel.doesAnyPanel())
                        .findFirst()
                        .orElse(kernels.getFirst())
                        .panels();
        boolean all =
                kernels.stream()
                        .allMatch(
                                kernel -> kernel.doesAnyPanel() || kernel.panels().equals(panels));
        return isPanelled() && all && !panels.isEmpty() ? panels : whole;
    }

    /** Whether its current is the same at every timestep. */
    boolean isConstant() {
        return synapses.isEmpty();
    }
}
