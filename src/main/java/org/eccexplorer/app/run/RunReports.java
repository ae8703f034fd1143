package org.eccexplorer.app.run;

import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.export.Outcome;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.energy.InputMacs;

/** Puts together what is written about a run, by the command line and by the window alike. */
public final class RunReports {
    private RunReports() {}

    /**
     * The report of a run.
     *
     * @param settings of the run
     * @param stages accuracy of the CNN as trained and after each rewrite
     * @param command what repeats it
     * @param inputMacs how often the MACs of a constant input current are counted
     */
    public static RunReport of(
            Experiment experiment,
            Prepared prepared,
            Settings settings,
            List<CnnStage> stages,
            String command,
            InputMacs inputMacs,
            Outcome outcome) {
        return new RunReport(
                experiment.source(settings.calibration()),
                experiment.test().labels().length > 0,
                command,
                settings.seed(),
                settings.conversion(),
                prepared.network(),
                prepared.report(),
                stages,
                settings.closedForm(),
                inputMacs,
                settings.reading(),
                settings.schedule(),
                outcome);
    }
}
