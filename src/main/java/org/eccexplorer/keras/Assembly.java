package org.eccexplorer.keras;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.graph.Plan;
import org.eccexplorer.keras.graph.Step;
import org.eccexplorer.keras.layer.Recipe;
import org.eccexplorer.keras.weights.Weights;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.InputScaling;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Makes a network from a plan and its weights. */
final class Assembly {
    private Assembly() {}

    /** Refuses a plan whose weights and tables would take more than half of the memory. */
    static void checkMemory(String where, Plan plan) throws ProblemException {
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (plan.bytes() > most) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("keras.tooLargeForMemory"),
                    Texts.text(
                            "keras.weightsNeed", Numbers.count(plan.bytes()), Numbers.count(most)));
        }
    }

    static TrainedModel assemble(
            String where, String name, String format, String sha256, Plan plan, Weights weights)
            throws ProblemException {
        List<Step> steps = plan.steps();
        Network.Builder builder = new Network.Builder(steps.getFirst().stage().shape());
        for (Step step : steps.subList(1, steps.size())) {
            Layer layer = layer(step, weights);
            builder.add(
                    step.name(),
                    layer,
                    step.inputs().stream().mapToInt(Integer::intValue).toArray());
        }
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(weights.warnings());
        Network network = builder.build(SafeText.text(name));
        TrainedValues.check(where, network);
        return new TrainedModel(
                network,
                format,
                sha256,
                new Conventions(InputScaling.takesBytes(network), false, plan.precision()),
                warnings);
    }

    private static Layer layer(Step step, Weights weights) throws ProblemException {
        return switch (step.stage().recipe()) {
            case Recipe.Ready ready -> ready.layer();
            case Recipe.Moving moving -> moving.make().get();
            case Recipe.Weighted weighted ->
                    weighted.make().apply(weights.of(step.owner(), weighted.weights()));
        };
    }
}
