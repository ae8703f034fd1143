package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Where networks begin: the shape of a model's input. */
public final class InputShapes {
    private InputShapes() {}

    /**
     * A network with an input of (N, C, H, W), (N, C, L) or (N, C), and nothing else yet.
     *
     * @param dimensions the first, N, is not looked at; 0 where a size is left open
     */
    public static ChannelsFirst network(String where, int[] dimensions) throws ProblemException {
        return new ChannelsFirst(of(where, dimensions), dimensions.length - 1);
    }

    private static Shape of(String where, int[] dimensions) throws ProblemException {
        for (int d = 1; d < dimensions.length; d++) {
            if (dimensions[d] < 1 || dimensions[d] > 1 << 16) {
                throw unsupported(where, dimensions);
            }
        }
        return switch (dimensions.length) {
            case 2 -> Shape.vector(dimensions[1]);
            case 3 -> new Shape(1, dimensions[2], dimensions[1]);
            case 4 -> new Shape(dimensions[2], dimensions[3], dimensions[1]);
            default -> throw unsupported(where, dimensions);
        };
    }

    private static ProblemException unsupported(String where, int[] dimensions) {
        return ModelFaults.unsupported(
                where,
                Texts.text("channelsfirst.inputShape"),
                Texts.text("channelsfirst.shapeIs", Arrays.toString(dimensions)),
                Texts.text("channelsfirst.exportFixedSize"));
    }
}
