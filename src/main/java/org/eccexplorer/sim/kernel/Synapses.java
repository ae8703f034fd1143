package org.eccexplorer.sim.kernel;

import java.util.function.Supplier;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.DenseBackend;
import org.jspecify.annotations.Nullable;

/** A projection with the kernels that can carry its spikes. */
public final class Synapses {
    private final Projection projection;
    private final CellTable table;
    private final SynapseKernel sparse;
    private final Supplier<SynapseKernel> makeDense;
    private @Nullable SynapseKernel dense;

    private Synapses(
            Projection projection,
            CellTable table,
            SynapseKernel sparse,
            Supplier<SynapseKernel> makeDense) {
        this.projection = projection;
        this.table = table;
        this.sparse = sparse;
        this.makeDense = makeDense;
    }

    /**
     * With the kernels that fit its groups and its weights.
     *
     * @param firing which spikes it carries
     */
    public static Synapses of(Projection projection, Firing firing, DenseBackend backend) {
        double quantum = projection.quantum();
        Projection summed = quantum == 0 ? projection : projection.withLevels();
        if (DepthwiseKernel.fits(projection) || projection.groups() > 1) {
            CellTable table =
                    CellTable.of(projection.table(), projection.from(), projection.table().taps());
            SynapseKernel grouped =
                    DepthwiseKernel.fits(projection)
                            ? new DepthwiseKernel(summed)
                            : new GroupedKernel(summed, table);
            SynapseKernel only = scaled(grouped, quantum);
            return new Synapses(projection, table, only, () -> only);
        }
        boolean signed = firing.planes() == 1;
        boolean levels = quantum != 0 && firing.planes() <= 1 && LevelKernel.fits(summed, signed);
        Projection read = levels && signed ? summed.withOpposites() : summed;
        boolean bytes = levels && ByteKernel.holds(read);
        Layout layout = bytes ? ByteKernel.LAYOUT : levels ? ShortKernel.LAYOUT : Layout.FLOATS;
        int segment = RowKernel.tapsPerSegment(read, layout);
        CellTable table = CellTable.of(projection.table(), projection.from(), segment);
        SynapseKernel sparse =
                levels
                        ? levels(bytes, read, quantum, table.with(read))
                        : scaled(floats(summed, firing, table), quantum);
        return new Synapses(
                projection,
                table,
                sparse,
                () -> scaled(new DenseKernel(summed, table, backend), quantum));
    }

    private static SynapseKernel levels(
            boolean bytes, Projection projection, double quantum, CellTable table) {
        return bytes
                ? new ByteKernel(projection, quantum, table)
                : new ShortKernel(projection, quantum, table);
    }

    private static SynapseKernel floats(Projection projection, Firing firing, CellTable table) {
        int rows = projection.weights().length / projection.width();
        if (firing.planes() == 1 && JoinedRuns.isOfUse(projection.width(), 2 * rows)) {
            // That spikes of −1 select rows of their own is less work than a product.
            Projection read = projection.withOpposites();
            return new GatherKernel(read, table.with(read));
        }
        return firing.isPlain()
                ? new GatherKernel(projection, table)
                : new ValueKernel(projection, table);
    }

    /** Around a kernel that adds up levels, if there is a quantum. */
    private static SynapseKernel scaled(SynapseKernel kernel, double quantum) {
        return quantum == 0 ? kernel : new ScaledKernel(kernel, quantum);
    }

    public Projection projection() {
        return projection;
    }

    /** Whether its kernels go through lists of spikes; those of depthwise synapses read bits. */
    public boolean readsLists() {
        return !DepthwiseKernel.fits(projection);
    }

    /** Where its target pixels find their spikes. */
    public CellTable table() {
        return table;
    }

    /** The event-driven kernel. */
    public SynapseKernel sparse() {
        return sparse;
    }

    /**
     * The kernel that is a matrix product, made when it is first needed: it holds the weights once
     * more, and most runs do without.
     */
    public synchronized SynapseKernel dense() {
        SynapseKernel made = dense == null ? makeDense.get() : dense;
        dense = made;
        return made;
    }
}
