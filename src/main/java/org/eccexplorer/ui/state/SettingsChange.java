package org.eccexplorer.ui.state;

import java.util.List;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Texts;

/** What a change of settings is called in the menu that undoes it: "θ = 0.3". */
final class SettingsChange {
    private SettingsChange() {}

    /** The setting that changed and its new value; several are not listed. */
    static String name(Settings before, Settings next) {
        List<Setting<?>> changed =
                Setting.ALL.stream().filter(setting -> differs(setting, before, next)).toList();
        if (changed.isEmpty() && !before.images().equals(next.images())) {
            return Texts.text("ui.state.imageNumber");
        }
        if (changed.isEmpty()) {
            return Texts.text("ui.state.calibration");
        }
        return changed.size() == 1
                ? changed(changed.getFirst(), next)
                : Texts.text("ui.state.severalSettings");
    }

    private static <T> boolean differs(Setting<T> setting, Settings one, Settings other) {
        return !setting.get().apply(one).equals(setting.get().apply(other));
    }

    private static <T> String changed(Setting<T> setting, Settings next) {
        T now = setting.get().apply(next);
        String name = setting.option().name();
        if (setting.option() instanceof Toggle) {
            return Texts.text(now.equals(true) ? "ui.state.on" : "ui.state.off", name);
        }
        return Texts.text("ui.state.settingIs", name, setting.option().shown(now));
    }
}
