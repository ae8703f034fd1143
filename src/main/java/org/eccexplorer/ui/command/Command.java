package org.eccexplorer.ui.command;

import javafx.scene.input.KeyCombination;
import org.eccexplorer.app.session.PageId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done in the window: menus, shortcuts and the palette are made of these.
 */
public enum Command {
    OPEN_MODEL("File", "Open model …", "Shortcut+O"),
    OPEN_DATA("File", "Open images …", "Shortcut+Shift+O"),
    OPEN_IMAGE("File", "Look at a picture of your own …", null),
    OPEN_SESSION("File", "Open session …", null),
    VERIFY("File", "Verify the import …", null),
    SAVE_SESSION("File", "Save session", "Shortcut+S"),
    SAVE_SESSION_AS("File", "Save session as …", "Shortcut+Shift+S"),
    EXPORT_RESULTS("File", "Export results …", "Shortcut+E"),
    EXPORT_PICTURE("File", "Export picture of the window …", null),
    QUIT("File", "Quit", "Shortcut+Q"),
    UNDO("Edit", "Undo", "Shortcut+Z"),
    REDO("Edit", "Redo", "Shortcut+Shift+Z"),
    DUPLICATE_RUN("Edit", "Duplicate run", null),
    RENAME_RUN("Edit", "Rename run …", "F2"),
    DELETE_RUN("Edit", "Delete run", "Shortcut+DELETE"),
    RUN("Run", "Run or stop", "F5"),
    PAUSE("Run", "Pause or go on", "F6"),
    RUN_ALL("Run", "Run all 8 combinations", "Shift+F5"),
    STEP("Run", "One timestep on", "PERIOD"),
    STEP_BACK("Run", "One timestep back", "COMMA"),
    PLAY("Run", "Play the timesteps", "P"),
    NEXT_SAMPLE("View", "Next image", "Shortcut+RIGHT"),
    PREVIOUS_SAMPLE("View", "Previous image", "Shortcut+LEFT"),
    NEXT_CHANGED("View", "Next image with a changed answer", "Shortcut+N"),
    LIVE("View", "Live charts", "Shortcut+1"),
    ERROR("View", "Error", "Shortcut+2"),
    COST("View", "Cost", "Shortcut+3"),
    ANSWERS("View", "Answers", "Shortcut+4"),
    LAYER("View", "Layer", "Shortcut+5"),
    IMAGE("View", "Image", "Shortcut+6"),
    NEURON("View", "Neuron", "Shortcut+7"),
    SAMPLES("View", "Samples", "Shortcut+8"),
    DATA("View", "Data", "Shortcut+9"),
    RUNS("View", "Table of runs", "Shortcut+0"),
    COMPARE("View", "Compare two runs", "Shortcut+D"),
    THEME("View", "Light or dark", "Shortcut+T"),
    SYSTEM_THEME("View", "Light or dark as the system is", null),
    PALETTE("View", "All commands …", "Shortcut+K"),
    LEARN("Help", "Learn", "F1"),
    PROBLEMS("Help", "Problems met last", null),
    ABOUT("Help", "About ECC Explorer", null);

    private final String menu;
    private final String title;
    private final @Nullable String shortcut;

    Command(String menu, String title, @Nullable String shortcut) {
        this.menu = menu;
        this.title = title;
        this.shortcut = shortcut;
    }

    /** The command that turns to a page. */
    public static Command turningTo(PageId page) {
        return switch (page) {
            case LIVE -> LIVE;
            case ERROR -> ERROR;
            case COST -> COST;
            case ANSWERS -> ANSWERS;
            case LAYER -> LAYER;
            case IMAGE -> IMAGE;
            case NEURON -> NEURON;
            case SAMPLES -> SAMPLES;
            case DATA -> DATA;
            case RUNS -> RUNS;
        };
    }

    String menu() {
        return menu;
    }

    public String title() {
        return title;
    }

    /** The keys, null if it has none. */
    @Nullable
    public KeyCombination keys() {
        return shortcut == null ? null : KeyCombination.keyCombination(shortcut);
    }

    /** Whether its key is also a letter or sign that one may type into a field. */
    boolean isPlainKey() {
        return shortcut != null && !shortcut.contains("+") && !shortcut.startsWith("F");
    }
}
