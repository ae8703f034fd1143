package org.eccexplorer.app.sweep.results;

import java.util.Map;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.folder.SweepJson;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Identity;
import org.eccexplorer.app.sweep.run.Workplace;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A run of a sweep as it can be done again: its model with its images, and its settings.
 *
 * @param settings with the standard number of threads, which changes no result
 * @param inputMacs how its energy was counted
 */
public record RunOpening(Experiment experiment, Settings settings, InputMacs inputMacs) {

    /**
     * Opens the model and the images of a run.
     *
     * @throws ProblemException if they are not there any more, or are others now
     */
    public static RunOpening of(SweepResults results, SweepRun run, Cancellation cancellation)
            throws ProblemException {
        SweepPlan.Place place = place(results, run);
        Settings settings = settings(run);
        SweepJson.Recorded recorded = SweepJson.read(results.folder());
        Identity then =
                recorded.survey().found().get(recorded.plan().places().indexOf(place)).identity();
        Workplace.Opened opened = new Workplace().open(place, cancellation);
        Identity now = Identity.of(place.subject(), opened);
        if (!now.equals(then)) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    opened.experiment().model().file().toString(),
                    Texts.text("app.sweep.changedModel"),
                    Texts.text(
                            now.modelSha256().equals(then.modelSha256())
                                    ? "app.sweep.changedImagesWhy"
                                    : "app.sweep.changedModelWhy"),
                    Texts.text("app.sweep.changedModelRemedy"));
        }
        return new RunOpening(opened.experiment(), settings, results.plan().inputMacs());
    }

    private static SweepPlan.Place place(SweepResults results, SweepRun run)
            throws ProblemException {
        for (SweepPlan.Place place : results.plan().places()) {
            if (place.subject().model().equals(run.value("model"))
                    && place.subject().data().equals(run.value("data"))
                    && place.subject().calibration().equals(run.value("calibration"))
                    && place.slice().text().equals(run.value("slice"))) {
                return place;
            }
        }
        throw refused(results, Texts.text("app.sweep.notOfPlan", run.value("model")));
    }

    /** The settings of a run. */
    static Settings settings(SweepRun run) throws ProblemException {
        Settings settings = Settings.standard();
        String name = "seed";
        try {
            settings = settings.withSeed(Long.parseLong(run.value(name)));
            for (Map.Entry<String, String> chosen : run.chosen().entrySet()) {
                name = chosen.getKey();
                if (SettingNames.columns().contains(name)) {
                    settings = SettingNames.apply(settings, name, chosen.getValue());
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    run.task(),
                    Texts.text("app.sweep.unknownSetting", name),
                    String.valueOf(e.getMessage()),
                    Texts.text("app.sweep.unknownSettingRemedy"));
        }
        return settings;
    }

    private static ProblemException refused(SweepResults results, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                results.folder().toString(),
                Texts.text("app.sweep.damagedTable"),
                why,
                Texts.text("app.sweep.damagedRemedy"));
    }
}
