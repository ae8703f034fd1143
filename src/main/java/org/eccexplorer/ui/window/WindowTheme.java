package org.eccexplorer.ui.window;

import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import org.eccexplorer.app.session.Preferences;

/** Whether a window is dark or light: as chosen, or as the system is. Belongs to the FX thread. */
final class WindowTheme {
    private final RememberedPreferences preferences;
    private final Consumer<Boolean> darken;
    // Kept here: the system's preferences hold their listeners for as long as the program runs.
    private final ChangeListener<ColorScheme> system = (property, before, now) -> apply();

    /**
     * Follows the system until {@link #stop}.
     *
     * @param darken makes what is shown dark or light
     */
    WindowTheme(RememberedPreferences preferences, Consumer<Boolean> darken) {
        this.preferences = preferences;
        this.darken = darken;
        Platform.getPreferences().colorSchemeProperty().addListener(system);
    }

    private boolean isDarkWanted() {
        return isDark(preferences.get().theme());
    }

    /** Whether a window of this theme is dark now. */
    static boolean isDark(Preferences.Theme theme) {
        return switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Makes what is shown dark or light. */
    void apply() {
        darken.accept(isDarkWanted());
    }

    /** Remembers what is shown now: if it is not what was wanted, the user chose it. */
    void shown(boolean dark) {
        if (dark != isDarkWanted()) {
            choose(dark ? Preferences.Theme.DARK : Preferences.Theme.LIGHT);
        }
    }

    /** Is as the system is from now on. */
    void followSystem() {
        choose(Preferences.Theme.SYSTEM);
        apply();
    }

    private void choose(Preferences.Theme theme) {
        preferences.set(preferences.get().withTheme(theme));
    }

    /** No longer follows the system. */
    void stop() {
        Platform.getPreferences().colorSchemeProperty().removeListener(system);
    }
}
