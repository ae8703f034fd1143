package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.measure.layer.Agreement;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.ErrorSplit.Part;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The layers of a result, with the arrays beside it if there are any. */
final class LayerReader {
    private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,9})×(\\d{1,9})×)?(\\d{1,9})");

    /** A sum over timesteps may differ so much from what a file says, relatively. */
    private static final double CLOSE = 1e-9;

    private final List<Fields> layers;
    private final Measured measured;
    private final int images;
    private final int timesteps;
    private final boolean outputsFire;

    /**
     * Of a run.
     *
     * @param outputsFire whether its outputs fire, which earlier versions gave a rate anyway
     */
    LayerReader(Fields run, Measured measured, int images, int timesteps, boolean outputsFire) {
        layers = run.all("layers");
        this.measured = measured;
        this.images = images;
        this.timesteps = timesteps;
        this.outputsFire = outputsFire;
    }

    /**
     * All layers.
     *
     * @param synOps of the whole run, for the last layer where there are no arrays
     */
    List<LayerMeasures> all(double synOps) {
        List<LayerMeasures> all = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            all.add(layer(l, l == layers.size() - 1 ? synOps : 0));
        }
        return all;
    }

    private LayerMeasures layer(int l, double synOps) {
        Fields json = layers.get(l);
        Role role = Role.valueOf(json.text("role"));
        double spikes = json.number("spikesPerImage");
        double[] steps = steps("spikesPerStep", l, spikes);
        double sum = Arrays.stream(steps).sum();
        if (Math.abs(sum - spikes) > CLOSE * Math.max(1, spikes)) {
            throw new IllegalArgumentException(Texts.text("report.run.otherArrays"));
        }
        double[] remainder = steps("remainderPerStep", l, json.number("remainder"));
        return new LayerMeasures(
                json.text("name"),
                role,
                shape(json.text("shape")),
                json.number("threshold"),
                spread("current", l, json.number("meanCurrent")),
                rate(l, json, role),
                spread("residual", l, json.number("residual")),
                json.share("clippedShare"),
                spikes,
                steps,
                steps("residualPerStep", l, json.number("residual")),
                remainder,
                steps("operationsPerStep", l, synOps),
                error(json.in("errorSplit"), json.number("neurons")),
                new Agreement(json.numberOrNan("pearson"), new float[0], new float[0]));
    }

    /** By timestep; where there are no arrays all at T. */
    private double[] steps(String name, int layer, double atEnd) {
        if (measured.isThere()) {
            return measured.steps(name, layer, layers.size(), timesteps);
        }
        double[] steps = new double[timesteps];
        steps[timesteps - 1] = atEnd;
        return steps;
    }

    private Distribution spread(String name, int layer, double mean) {
        Distribution spread =
                measured.isThere() ? measured.spread(name, layer, layers.size()) : null;
        return spread == null ? Measured.spread(mean) : spread;
    }

    private @Nullable Distribution rate(int layer, Fields json, Role role) {
        boolean fires = role != Role.OUTPUT || outputsFire;
        return fires && json.has("meanRate")
                ? spread("rate", layer, json.number("meanRate"))
                : null;
    }

    private static Shape shape(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(Texts.text("report.run.badField", "shape", text));
        }
        int channels = Integer.parseInt(shape.group(3));
        return shape.group(1) == null
                ? Shape.vector(channels)
                : new Shape(
                        Integer.parseInt(shape.group(1)),
                        Integer.parseInt(shape.group(2)),
                        channels);
    }

    private ErrorSplit error(Fields json, double neurons) {
        return new ErrorSplit(
                (long) (neurons * images),
                part(json.in(Cause.CLIPPING.key())),
                part(json.in(Cause.QUANTISATION.key())),
                part(json.in(Cause.INHERITED.key())),
                part(json.in(Cause.UNEVENNESS.key())),
                part(json.in("total")));
    }

    private static Part part(Fields json) {
        return new Part(json.number("mean"), json.number("meanAbsolute"), json.share("share"));
    }
}
