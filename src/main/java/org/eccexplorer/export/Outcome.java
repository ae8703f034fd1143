package org.eccexplorer.export;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eccexplorer.measure.RunSnapshot;

/**
 * How a network was evaluated and what came of it.
 *
 * @param at the timesteps whose accuracy is known: every one of a simulation, of the closed form
 *     those T that it was evaluated for
 * @param closedForm accuracy of the closed form by T, 0 to 1, beside a simulation; may be empty
 */
public record Outcome(
        Mode mode,
        List<Integer> at,
        RunSnapshot result,
        Map<Integer, Double> closedForm,
        RunTimes times) {

    /** How a network is evaluated. */
    public enum Mode {
        /** Timestep by timestep. */
        SIMULATE("simulate"),
        /** One pass for each T, without any time in it. */
        CLOSED_FORM("closed-form");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        /** As users write it. */
        public String text() {
            return text;
        }
    }

    public Outcome {
        at = List.copyOf(at);
    }

    /** Of a simulation, whose accuracy is known wherever its votes were kept. */
    public static Outcome simulated(
            RunSnapshot result, Map<Integer, Double> closedForm, RunTimes times) {
        List<Integer> all =
                IntStream.rangeClosed(1, result.timesteps())
                        .filter(result::isKnown)
                        .boxed()
                        .toList();
        return new Outcome(Mode.SIMULATE, all, result, closedForm, times);
    }

    /** Of the closed form alone, at the timesteps given. */
    public static Outcome byClosedForm(RunSnapshot result, List<Integer> at, RunTimes times) {
        return new Outcome(Mode.CLOSED_FORM, at, result, Map.of(), times);
    }
}
