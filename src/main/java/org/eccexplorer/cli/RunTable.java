package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.text.Texts;

/** A run as a short table for people. */
final class RunTable {
    private RunTable() {}

    static void print(
            PrintWriter out, RunSnapshot run, Map<Integer, Double> closedForm, List<Integer> at) {
        out.printf(
                "%n%,d images%s, CNN accuracy %.2f %%%n%n",
                run.images(), run.isComplete() ? "" : " (partial)", 100 * run.cnnAccuracy());
        out.print("     T   SNN %   95 % interval   loss, points");
        out.println(closedForm.isEmpty() ? "" : "   closed form %");
        for (int t : at) {
            Interval interval = run.interval(t);
            out.printf(
                    "%6d   %5.2f   %5.2f – %5.2f   %12.2f%s%n",
                    t,
                    100 * run.accuracy(t),
                    100 * interval.low(),
                    100 * interval.high(),
                    100 * (run.accuracy(t) - run.cnnAccuracy()),
                    closedForm.containsKey(t)
                            ? "   %13.2f".formatted(100 * closedForm.get(t))
                            : "");
        }
        out.printf("%nAt T = %d:%n", run.timesteps());
        out.println(
                "layer                neurons   rate %   left over  clipped %   mean |error|"
                        + "   mostly          r");
        for (LayerMeasures layer : run.layers()) {
            out.printf(
                    "%-18s %9d   %6.2f   %8.3f   %9.3f   %12.5f   %-12s   %.4f%n",
                    shortened(layer.name()),
                    layer.neurons(),
                    100 * layer.rate().mean(),
                    layer.remainder(),
                    100 * layer.clippedShare(),
                    layer.error().total().meanAbsolute(),
                    Texts.name(layer.error().dominant()),
                    layer.agreement().pearson());
        }
        cost(out, run);
    }

    private static void cost(PrintWriter out, RunSnapshot run) {
        out.printf(
                "%nPer image: %,.0f spikes, %,.2f M synaptic operations; CNN %,.2f M MACs; input"
                        + " %,.2f M MACs per timestep; %,.3f MOps (paper)%n",
                run.spikesPerImage(),
                run.cost().synOps() * 1e-6,
                run.cost().macs() * 1e-6,
                run.cost().inputMacsPerStep() * 1e-6,
                run.cost().paperMops());
        for (EnergyModel model : EnergyModel.ALL) {
            double cnn = run.cost().cnnMicrojoules(model);
            double snn = run.cost().snnMicrojoules(model, run.timesteps());
            out.printf(
                    "Energy, %s: SNN %,.1f µJ, CNN %,.1f µJ, ratio %.2f%n",
                    model.name(), snn, cnn, run.energyRatio(model));
        }
        int within = run.firstWithin(RunSnapshot.ONE_POINT);
        out.printf(
                "First timestep within 1 point of the CNN: %s%n",
                within == 0 ? "none" : String.valueOf(within));
    }

    /** How the CNN's own accuracy changed with each rewrite; nothing if there was none. */
    static void stages(PrintWriter out, Collection<CnnStage> stages) {
        if (stages.isEmpty()) {
            return;
        }
        out.println("\nThe CNN itself");
        stages.forEach(stage -> out.printf("%6.2f %%  %s%n", 100 * stage.accuracy(), stage.what()));
    }

    /** How the closed form differs from the usual one; nothing if it does not. */
    static void variant(PrintWriter out, ClosedForm.Variant variant) {
        List<String> variations =
                RunName.variations(variant).stream().map(RunName.Variation::text).toList();
        if (!variations.isEmpty()) {
            out.printf("%nWith %s%n", String.join(", ", variations));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 18 ? name : "…" + name.substring(name.length() - 17);
    }
}
