package org.eccexplorer.export;

import java.util.List;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Everything that is written about a run.
 *
 * @param labelled whether the test images have labels; else the CNN's answers count as right
 * @param command what repeats it
 * @param options what the network was converted with
 * @param cnnStages the trained CNN and what it became by each rewrite; empty if it was not changed
 * @param variant what the closed form leaves out
 * @param inputMacs how often the MACs of a constant input current are counted
 * @param reading how classes were to be read from the outputs
 * @param schedule when layers fired
 */
public record RunReport(
        RunSource source,
        boolean labelled,
        String command,
        long seed,
        ConversionOptions options,
        SpikingNetwork network,
        ConversionReport conversion,
        List<CnnStage> cnnStages,
        ClosedForm.Variant variant,
        InputMacs inputMacs,
        ReadingChoice reading,
        Schedule schedule,
        Outcome outcome) {

    public RunReport {
        cnnStages = List.copyOf(cnnStages);
    }

    /** Of the CNN as trained; differs from that of the converted one where a rewrite changed it. */
    public double trainedCnnAccuracy() {
        return cnnStages.isEmpty()
                ? outcome.result().cnnAccuracy()
                : cnnStages.getFirst().accuracy();
    }
}
