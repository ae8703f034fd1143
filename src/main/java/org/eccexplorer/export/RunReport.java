package org.eccexplorer.export;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Everything that is written about a run.
 *
 * @param mode how it was evaluated
 * @param at the timesteps whose accuracy is known: every one of a simulation, of the closed form
 *     those T that it was evaluated for
 * @param options what the network was converted with
 * @param cnnStages the trained CNN and what it became by each rewrite; empty if it was not changed
 * @param closedForm accuracy of the closed form by T, 0 to 1, beside a simulation; may be empty
 * @param variant what the closed form leaves out
 * @param times seconds of each stage, by name
 */
public record RunReport(
        RunSource source,
        Mode mode,
        List<Integer> at,
        long seed,
        ConversionOptions options,
        SpikingNetwork network,
        ConversionReport conversion,
        RunSnapshot result,
        List<CnnStage> cnnStages,
        Map<Integer, Double> closedForm,
        ClosedForm.Variant variant,
        Map<String, Double> times) {

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

    public RunReport {
        at = List.copyOf(at);
        cnnStages = List.copyOf(cnnStages);
    }

    /** Every timestep of a simulation. */
    public static List<Integer> all(int timesteps) {
        return IntStream.rangeClosed(1, timesteps).boxed().toList();
    }

    /** Of the CNN as trained; differs from that of the converted one where a rewrite changed it. */
    public double trainedCnnAccuracy() {
        return cnnStages.isEmpty() ? result.cnnAccuracy() : cnnStages.getFirst().accuracy();
    }
}
