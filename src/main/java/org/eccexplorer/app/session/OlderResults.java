package org.eccexplorer.app.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Agreement;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Results of sessions up to format 2 as they are given today: errors in units of λ, not of the
 * scale, and neither rate nor clipping of outputs that never fire.
 */
final class OlderResults {
    private static final ErrorSplit.Part NOTHING = new ErrorSplit.Part(0, 0, 0);

    private OlderResults() {}

    /** The results of a run, whose network has as many layers. */
    static RunSnapshot asToday(RunSnapshot run, SpikingNetwork network) {
        List<LayerMeasures> layers = new ArrayList<>();
        for (int l = 0; l < run.layers().size(); l++) {
            layers.add(asToday(run.layers().get(l), network.layers().get(l)));
        }
        return new RunSnapshot(
                run.images(),
                run.total(),
                run.timesteps(),
                run.cnnRight(),
                run.right(),
                run.agreeing(),
                run.answers(),
                run.cnnAnswers(),
                run.outputs(),
                layers,
                run.cost());
    }

    private static LayerMeasures asToday(LayerMeasures was, SpikingLayer layer) {
        double unit = unit(layer);
        boolean current = layer.isCurrentOutput();
        return new LayerMeasures(
                was.name(),
                was.role(),
                was.shape(),
                was.threshold(),
                was.current(),
                current ? null : was.rate(),
                was.residual(),
                current ? 0 : was.clippedShare(),
                was.spikesPerImage(),
                was.spikesPerStep(),
                was.residualPerStep(),
                was.remainderPerStep(),
                was.operationsPerStep(),
                scaled(current ? inherited(was.error()) : was.error(), unit),
                new Agreement(
                        was.agreement().pearson(),
                        scaled(was.agreement().activations(), unit),
                        scaled(was.agreement().rates(), unit)));
    }

    /** The scale in units of λ. Where the channels differ, sums of all know only their mean. */
    private static double unit(SpikingLayer layer) {
        double[] units =
                IntStream.range(0, layer.scale().length)
                        .mapToDouble(layer::scaleInLambda)
                        .distinct()
                        .toArray();
        return units.length == 1 ? units[0] : Arrays.stream(units).average().orElse(1);
    }

    /** Without a clip and without whole counts all of it came from before. */
    private static ErrorSplit inherited(ErrorSplit was) {
        return new ErrorSplit(was.neurons(), NOTHING, NOTHING, was.total(), NOTHING, was.total());
    }

    private static ErrorSplit scaled(ErrorSplit was, double unit) {
        return new ErrorSplit(
                was.neurons(),
                scaled(was.clipping(), unit),
                scaled(was.quantisation(), unit),
                scaled(was.inherited(), unit),
                scaled(was.unevenness(), unit),
                scaled(was.total(), unit));
    }

    private static ErrorSplit.Part scaled(ErrorSplit.Part was, double unit) {
        return new ErrorSplit.Part(was.mean() * unit, was.meanAbsolute() * unit, was.share());
    }

    private static float[] scaled(float[] was, double unit) {
        float[] values = was.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) unit;
        }
        return values;
    }
}
