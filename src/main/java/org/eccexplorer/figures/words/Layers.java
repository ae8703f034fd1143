package org.eccexplorer.figures.words;

import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;

/** The spiking layers of a run: what is measured of them, and what charts call them. */
public final class Layers {
    /** More layers than this have names of a letter and a number. */
    private static final int MAX_NAMED = 6;

    private Layers() {}

    /** What is measured so far, from the input on; empty before the first image. */
    public static List<LayerMeasures> of(RunState run) {
        return run.snapshot().map(RunSnapshot::layers).orElse(List.of());
    }

    /** Their names, shorter where there are many. */
    public static List<String> names(RunState run) {
        List<LayerMeasures> layers = of(run);
        return layers.stream()
                .map(layer -> shortened(layer.name()))
                .map(name -> layers.size() > MAX_NAMED ? initials(name) : name)
                .toList();
    }

    /** Those that fire, by index: outputs that only integrate have no rate. */
    public static List<Integer> firing(RunState run) {
        List<LayerMeasures> layers = of(run);
        return IntStream.range(0, layers.size())
                .filter(l -> layers.get(l).hasRate())
                .boxed()
                .toList();
    }

    /** Whether a layer is of outputs that never fire: they have currents and no rate. */
    public static boolean isOutputs(RunState run, int layer) {
        List<LayerMeasures> layers = of(run);
        return layer < layers.size() && !layers.get(layer).hasRate();
    }

    /** "conv2_conv" becomes "conv2". */
    public static String shortened(String name) {
        return name.endsWith("_conv") ? name.substring(0, name.length() - 5) : name;
    }

    /** "conv2_1" becomes "c2_1". */
    private static String initials(String name) {
        return name.replaceFirst("^(\\p{Alpha})\\p{Alpha}*_?(?=\\d)", "$1");
    }
}
