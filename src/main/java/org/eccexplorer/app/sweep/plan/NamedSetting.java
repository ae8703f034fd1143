package org.eccexplorer.app.sweep.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eccexplorer.app.run.Settings;

/**
 * One setting of a plan.
 *
 * @param values as they are written on the command line, by the names there; what is missing has
 *     its standard
 */
public record NamedSetting(Map<String, String> values) {
    public NamedSetting {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * It as the settings of a run, on one thread.
     *
     * @throws IllegalArgumentException if a value is none of its option
     */
    public Settings settings(long seed) {
        Settings settings = Settings.standard().withThreads(1).withSeed(seed);
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getKey().equals(SettingNames.SPKERAS)) {
                settings = SettingNames.apply(settings, value.getKey(), value.getValue());
            }
        }
        // As on the command line it overrules what it sets, wherever it stands.
        String all = values.get(SettingNames.SPKERAS);
        return all == null ? settings : SettingNames.apply(settings, SettingNames.SPKERAS, all);
    }
}
