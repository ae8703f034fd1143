package org.eccexplorer.app.sweep.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.plan.SweepTask;
import org.eccexplorer.files.Version;

/**
 * Tells a run from every other: by all that decides its rows, whatever else the plan has and
 * wherever it runs.
 */
final class TaskHash {
    /** Raised when rows change their meaning. */
    private static final String FORMAT = "sweep 1";

    private static final int DIGITS = 16;

    private TaskHash() {}

    static String of(SweepPlan plan, SweepTask task, Identity identity) {
        SweepPlan.Place place = plan.place(task);
        Settings settings = task.settings();
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT);
        lines.add(Version.NUMBER);
        lines.add(place.subject().model());
        lines.add(identity.modelSha256());
        lines.add(place.subject().data());
        lines.add(place.subject().calibration());
        lines.add(identity.dataSha256());
        lines.add(place.slice().text());
        lines.add(String.valueOf(task.seed()));
        lines.add(plan.inputMacs().key());
        lines.add(plan.at(settings.timesteps()).toString());
        for (String name : SettingNames.columns()) {
            lines.add(name + "=" + SettingNames.written(settings, name));
        }
        return Identity.hash(lines, DIGITS);
    }
}
