package org.eccexplorer.keras.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.DataFormat;
import org.eccexplorer.network.Conventions.Precision;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A whole model, found readable: its steps in topological order, the last its output.
 *
 * @param warnings layers that were left out
 */
public record Plan(List<Step> steps, List<String> warnings) {
    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** Bytes that its weights and tables will take. */
    public long bytes() {
        double bytes = 0;
        for (Step step : steps) {
            bytes += step.stage().recipe().bytes();
        }
        return (long) bytes;
    }

    /** The coarsest precision in which one of its layers calculates. */
    public Precision precision() {
        Precision coarsest = Precision.FLOAT32;
        for (Step step : steps) {
            Precision own = DataFormat.precision(step.owner());
            coarsest = own.rounding() > coarsest.rounding() ? own : coarsest;
        }
        return coarsest;
    }

    /** Keeps the steps that an output depends on; Keras computes no others either. */
    static Plan leadingTo(String where, int output, List<Step> all) throws ProblemException {
        boolean[] needed = new boolean[all.size()];
        needed[output] = true;
        for (int i = output; i >= 0; i--) {
            if (needed[i]) {
                all.get(i).inputs().forEach(input -> needed[input] = true);
            }
        }
        if (!needed[0] || output == 0) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.outputIndependent"),
                    Texts.text("keras.graph.outputFrom", SafeText.text(all.get(output).name())));
        }
        int[] position = new int[all.size()];
        List<Step> steps = new ArrayList<>();
        Set<String> idle = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            if (needed[i]) {
                position[i] = steps.size();
                List<Integer> inputs = step.inputs().stream().map(in -> position[in]).toList();
                steps.add(new Step(step.owner(), step.name(), inputs, step.stage()));
            } else {
                idle.add(Texts.text("keras.graph.layerLeftOut", SafeText.text(step.name())));
            }
        }
        return new Plan(steps, List.copyOf(idle));
    }
}
