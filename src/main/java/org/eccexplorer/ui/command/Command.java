package org.eccexplorer.ui.command;

import java.util.List;
import javafx.scene.input.KeyCombination;
import org.eccexplorer.app.session.PageId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done in the window: menus, shortcuts and the palette are made of these.
 */
public enum Command {
    OPEN_MODEL(CommandMenu.FILE, "Shortcut+O"),
    OPEN_DATA(CommandMenu.FILE, "Shortcut+Shift+O"),
    OPEN_IMAGE(CommandMenu.FILE, null),
    OPEN_SESSION(CommandMenu.FILE, null),
    OPEN_SWEEP(CommandMenu.FILE, null),
    IMAGE_NUMBER(CommandMenu.FILE, null),
    CLASS_NAMES(CommandMenu.FILE, null),
    VERIFY(CommandMenu.FILE, null),
    SAVE_SESSION(CommandMenu.FILE, "Shortcut+S"),
    SAVE_SESSION_AS(CommandMenu.FILE, "Shortcut+Shift+S"),
    QUIT(CommandMenu.FILE, "Shortcut+Q"),
    EXPORT_CHARTS(CommandMenu.EXPORT, "Shortcut+Shift+E"),
    EXPORT_PICTURE(CommandMenu.EXPORT, null),
    EXPORT_RESULTS(CommandMenu.EXPORT, "Shortcut+E"),
    SAVE_TABLE(CommandMenu.EXPORT, null),
    SAVE_REPORT(CommandMenu.EXPORT, "Shortcut+Shift+R"),
    EXPORT_NIR(CommandMenu.EXPORT, null),
    EXPORT_PYTORCH(CommandMenu.EXPORT, null),
    EXPORT_ONNX(CommandMenu.EXPORT, null),
    EXPORT_TRACES(CommandMenu.EXPORT, null),
    CLASS_PACK(CommandMenu.EXPORT, null),
    UNDO(CommandMenu.EDIT, "Shortcut+Z"),
    REDO(CommandMenu.EDIT, "Shortcut+Shift+Z"),
    COPY_COMMAND(CommandMenu.EDIT, "Shortcut+Shift+C"),
    COPY_TABLE_CSV(CommandMenu.EDIT, null),
    COPY_TABLE_MARKDOWN(CommandMenu.EDIT, null),
    COPY_TABLE_LATEX(CommandMenu.EDIT, null),
    DUPLICATE_RUN(CommandMenu.EDIT, null),
    RENAME_RUN(CommandMenu.EDIT, "F2"),
    DELETE_RUN(CommandMenu.EDIT, "Shortcut+DELETE"),
    RUN(CommandMenu.RUN, "F5"),
    RUN_AGAIN(CommandMenu.RUN, "Shortcut+F5"),
    PAUSE(CommandMenu.RUN, "F6"),
    RUN_ALL(CommandMenu.RUN, "Shift+F5"),
    STEP(CommandMenu.RUN, "PERIOD"),
    STEP_BACK(CommandMenu.RUN, "COMMA"),
    PLAY(CommandMenu.RUN, "P"),
    NEXT_IMAGE(CommandMenu.VIEW, "Shortcut+RIGHT"),
    PREVIOUS_IMAGE(CommandMenu.VIEW, "Shortcut+LEFT"),
    NEXT_CHANGED(CommandMenu.VIEW, "Shortcut+N"),
    LIVE(CommandMenu.VIEW, "Shortcut+1"),
    ERROR(CommandMenu.VIEW, "Shortcut+2"),
    COST(CommandMenu.VIEW, "Shortcut+3"),
    ANSWERS(CommandMenu.VIEW, "Shortcut+4"),
    LAYER(CommandMenu.VIEW, "Shortcut+5"),
    IMAGE(CommandMenu.VIEW, "Shortcut+6"),
    NEURON(CommandMenu.VIEW, "Shortcut+7"),
    SAMPLES(CommandMenu.VIEW, "Shortcut+8"),
    DATA(CommandMenu.VIEW, "Shortcut+9"),
    RUNS(CommandMenu.VIEW, "Shortcut+R"),
    PAPER(CommandMenu.VIEW, "Shortcut+P"),
    COMPARE(CommandMenu.VIEW, "Shortcut+D"),
    FIND(CommandMenu.VIEW, "Shortcut+F"),
    SWEEP(CommandMenu.VIEW, null),
    THEME(CommandMenu.VIEW, "Shortcut+T"),
    SYSTEM_THEME(CommandMenu.VIEW, null),
    LARGER_TEXT(CommandMenu.VIEW, "Shortcut+PLUS"),
    SMALLER_TEXT(CommandMenu.VIEW, "Shortcut+MINUS"),
    USUAL_TEXT(CommandMenu.VIEW, "Shortcut+0"),
    FULL_SCREEN(CommandMenu.VIEW, "F11"),
    SIDE(CommandMenu.VIEW, "Shortcut+B"),
    PARTS(CommandMenu.VIEW, null),
    PALETTE(CommandMenu.VIEW, "Shortcut+K"),
    LEARN(CommandMenu.HELP, "F1"),
    OVERVIEW(CommandMenu.HELP, null),
    INTRODUCTION(CommandMenu.HELP, null),
    PROBLEMS(CommandMenu.HELP, null),
    ABOUT(CommandMenu.HELP, null);

    private final CommandMenu menu;
    private final @Nullable String shortcut;

    Command(CommandMenu menu, @Nullable String shortcut) {
        this.menu = menu;
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
            case PAPER -> PAPER;
        };
    }

    public CommandMenu menu() {
        return menu;
    }

    /** Whether a line in the menu parts it from those before. */
    public boolean beginsGroup() {
        return switch (this) {
            case SAVE_SESSION, QUIT, EXPORT_RESULTS, EXPORT_NIR, EXPORT_TRACES, CLASS_PACK -> true;
            default -> false;
        };
    }

    /** The keys, null if it has none. */
    @Nullable
    public KeyCombination keys() {
        return shortcut == null ? null : KeyCombination.keyCombination(shortcut);
    }

    /** Other keys that do the same: those beside the letters, and those of a number pad. */
    public List<KeyCombination> otherKeys() {
        List<String> keys =
                switch (this) {
                    case LARGER_TEXT ->
                            List.of(
                                    "Shortcut+EQUALS",
                                    "Shortcut+Shift+EQUALS",
                                    "Shortcut+Shift+PLUS",
                                    "Shortcut+ADD");
                    case SMALLER_TEXT -> List.of("Shortcut+SUBTRACT");
                    case USUAL_TEXT -> List.of("Shortcut+Numpad 0");
                    default -> List.of();
                };
        return keys.stream().map(KeyCombination::keyCombination).toList();
    }

    /** Whether its key alone is a letter or sign that could be typed into a field. */
    public boolean isPlainKey() {
        return shortcut != null && !shortcut.contains("+") && !shortcut.startsWith("F");
    }
}
