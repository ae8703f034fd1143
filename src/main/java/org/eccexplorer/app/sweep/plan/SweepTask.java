package org.eccexplorer.app.sweep.plan;

import org.eccexplorer.app.run.Settings;

/**
 * One run of a plan.
 *
 * @param index its number in the plan, from 0
 * @param place which of the plan's models and images it runs on
 */
public record SweepTask(int index, int place, NamedSetting setting, long seed) {

    /** The settings that it runs with, on one thread. */
    public Settings settings() {
        return setting.settings(seed);
    }
}
