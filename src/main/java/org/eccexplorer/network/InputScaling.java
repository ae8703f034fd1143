package org.eccexplorer.network;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a network scales its input by itself: by which affine map of each channel it begins, so
 * by which values it was made for.
 */
public final class InputScaling {
    /** Bytes are divided by more than this; what is from 0 to 1 already is spread, not divided. */
    private static final double DIVIDED = 0.5;

    /** The mean of what is from 0 to 1 is at most 1; that of bytes is above. */
    private static final double HIGHEST_UNIT_MEAN = 2;

    private InputScaling() {}

    /**
     * Whether bytes go into the network as they are: it begins with a division (x / 255) or with a
     * normalisation of bytes (a batch normalisation too), and not with one that was adapted on
     * values from 0 to 1.
     */
    public static boolean takesBytes(Network network) {
        double scale = 1;
        double offset = 0;
        boolean scales = false;
        List<Node> nodes = network.nodes();
        int last = 0;
        for (int i = 1; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (!node.inputs().equals(List.of(last))) {
                break;
            }
            if (node.layer() instanceof Layer.ChannelAffine affine) {
                double by = median(affine.scale());
                scale *= by;
                offset = offset * by + median(affine.offset());
                scales = true;
            } else if (node.layer() instanceof Layer.BatchNormalization norm && !scales) {
                return median(norm.mean()) > HIGHEST_UNIT_MEAN;
            } else if (!(node.layer() instanceof Layer.Rearrangement
                    || node.layer() instanceof Layer.Identity)) {
                break;
            }
            last = i;
        }
        return scales && (Math.abs(scale) < DIVIDED || -offset / scale > HIGHEST_UNIT_MEAN);
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
