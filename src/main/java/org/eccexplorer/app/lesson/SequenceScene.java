package org.eccexplorer.app.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One neuron whose current differs from timestep to timestep.
 *
 * @param currents in their order, in units of V_thr
 */
public record SequenceScene(List<Double> currents, double theta, Sandbox sandbox) {
    public SequenceScene {
        currents = List.copyOf(currents);
    }

    /** The same currents, the most negative one at the place that is asked for (from 1). */
    static SequenceScene of(Names inputs, List<Double> given) {
        List<Double> order = new ArrayList<>(given);
        Double lowest = Collections.min(given);
        int place = Double.isNaN(inputs.of("place")) ? 0 : inputs.whole("place");
        if (place >= 1 && place <= given.size()) {
            order.remove(lowest);
            order.add(place - 1, lowest);
        }
        double theta = Double.isNaN(inputs.of("theta")) ? 0 : inputs.of("theta");
        return new SequenceScene(order, theta, Sandbox.sequence(order, theta));
    }

    double value(String name) {
        int t = currents.size();
        return switch (name) {
            case "T" -> t;
            case "spikes" -> sandbox.count(1, 0, t);
            case "closed" -> sandbox.closed(1, 0, t);
            case "sum" -> currents.stream().mapToDouble(Double::doubleValue).sum();
            case "residual" ->
                    sandbox.trace(1, 0).membrane()[t - 1] / sandbox.trace(1, 0).threshold() - theta;
            default -> Double.NaN;
        };
    }
}
