package org.eccexplorer.spiking;

import java.util.BitSet;

/** Which pixels of the image can reach a neuron, through all layers before it. */
public final class ReceptiveField {
    private ReceptiveField() {}

    /**
     * Pixels of the image.
     *
     * @param pixel of the layer, row by row
     */
    public static BitSet of(SpikingNetwork network, int layer, int pixel) {
        BitSet[] reached = new BitSet[network.layers().size()];
        BitSet input = new BitSet();
        for (int l = 0; l <= layer; l++) {
            reached[l] = new BitSet();
        }
        reached[layer].set(pixel);
        for (int l = layer; l >= 0; l--) {
            for (Projection projection : network.layers().get(l).projections()) {
                BitSet before =
                        projection.source() == Projection.INPUT
                                ? input
                                : reached[projection.source()];
                TapTable table = projection.table();
                BitSet own = reached[l];
                for (int p = own.nextSetBit(0); p >= 0; p = own.nextSetBit(p + 1)) {
                    for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                        before.set(table.source()[e]);
                    }
                }
            }
        }
        return input;
    }
}
