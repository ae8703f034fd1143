package org.eccexplorer.ui.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.eccexplorer.text.Texts;

/**
 * What each command does in one window, what it is called there now, and whether it can be done
 * now. Menus, buttons, shortcuts and the palette follow these.
 */
public final class Commands {
    private static final Condition ALWAYS = new Condition(new ReadOnlyBooleanWrapper(true), "");
    private static final Action NONE =
            new Action(() -> {}, new Condition(new ReadOnlyBooleanWrapper(false), ""));

    private final Map<Command, Action> actions = new EnumMap<>(Command.class);
    private final Map<Command, ObservableValue<String>> titles = new EnumMap<>(Command.class);
    private final EventHandler<KeyEvent> plainKeys = this::pressed;

    private record Action(Runnable runnable, Condition condition, ObservableBooleanValue refused) {
        Action(Runnable runnable, Condition condition) {
            this(runnable, condition, Bindings.not(condition.holds()));
        }
    }

    /** Says what a command does that can always be done. */
    public Commands on(Command command, Runnable action) {
        return on(command, action, ALWAYS);
    }

    /** Says what a command does, and when it can be done. */
    public Commands on(Command command, Runnable action, Condition condition) {
        if (actions.put(command, new Action(action, condition)) != null) {
            throw new IllegalStateException("two actions for " + command);
        }
        return this;
    }

    /** Gives a command a title that changes. */
    public Commands titled(Command command, ObservableValue<String> title) {
        titles.put(command, title);
        return this;
    }

    private Action action(Command command) {
        return actions.getOrDefault(command, NONE);
    }

    /** Does a command, if it can be done now. */
    public void run(Command command) {
        if (isPossible(command)) {
            action(command).runnable().run();
        }
    }

    public boolean isPossible(Command command) {
        return action(command).condition().holds().get();
    }

    /** Whether it cannot be done now: what controls that do it bind their disabling to. */
    public ObservableBooleanValue refusedProperty(Command command) {
        return action(command).refused();
    }

    /** Why it cannot be done now; empty if it can. */
    public Optional<String> refusal(Command command) {
        return isPossible(command)
                ? Optional.empty()
                : Optional.of(action(command).condition().otherwise());
    }

    /** What it is called now. */
    public ObservableValue<String> titleProperty(Command command) {
        return titles.computeIfAbsent(
                command, fixed -> new ReadOnlyStringWrapper(Texts.name(fixed)));
    }

    /** What it is called now. */
    public String title(Command command) {
        return titleProperty(command).getValue();
    }

    /** The commands of this window, whether they can be done now or not. */
    public List<Command> all() {
        return List.copyOf(actions.keySet());
    }

    /** Keys that no menu shows act; plain ones unless the user types into a field. */
    public void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, plainKeys);
    }

    /** Ends {@link #listen}: the scene shows something else. */
    public void release(Scene scene) {
        scene.removeEventHandler(KeyEvent.KEY_PRESSED, plainKeys);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        for (Command command : all()) {
            KeyCombination keys = command.keys();
            boolean plain = command.isPlainKey() && keys != null && keys.match(event);
            boolean other = command.otherKeys().stream().anyMatch(one -> one.match(event));
            if ((plain && !typing) || other) {
                run(command);
                event.consume();
            }
        }
    }
}
