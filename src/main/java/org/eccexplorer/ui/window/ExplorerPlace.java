package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.fx.Shown;

/**
 * The place of the explorer in a window, which a comparison, a search or a sweep may have instead.
 * What is there stays in sight until what comes is made, styled and has its content. The explorer
 * is hidden meanwhile and not taken away: JavaFX styles anew whatever comes back.
 */
final class ExplorerPlace extends StackPane {
    private final Node explorer;
    private final Runnable turned;

    /** What has the place and is in sight. */
    private Optional<Other> other = Optional.empty();

    /** What is to have it. */
    private Optional<Other> target = Optional.empty();

    /** What is still done until that is in sight. */
    private Optional<LateParts> turning = Optional.empty();

    /** Something that may have the place of the explorer. */
    record Other(Late<? extends Node> pane, Runnable refresh) {}

    /**
     * With the explorer in it.
     *
     * @param turned is told when something else is in sight
     */
    ExplorerPlace(Node explorer, Runnable turned) {
        super(explorer);
        this.explorer = explorer;
        this.turned = turned;
    }

    /** What is in sight; empty: the explorer. */
    Optional<Other> other() {
        return other;
    }

    /**
     * Goes on with what is to come.
     *
     * @param wanted what is to be in sight; empty: the explorer
     * @param spread whether that may take several pulses
     */
    void pulse(Optional<Other> wanted, boolean spread) {
        if (!wanted.equals(target)) {
            turn(wanted);
        }
        turning.ifPresent(parts -> parts.next(spread));
    }

    private void turn(Optional<Other> wanted) {
        target = wanted;
        turning = wanted.map(next -> new LateParts(parts(next)));
        if (turning.isEmpty()) {
            turnTo(Optional.empty());
        }
    }

    private List<LateParts.Part> parts(Other next) {
        return List.of(
                () -> {
                    next.pane().get();
                    return List.of();
                },
                () -> put(next.pane().get()),
                () -> {
                    next.refresh().run();
                    return List.of(next.pane().get());
                },
                () -> {
                    turnTo(Optional.of(next));
                    return List.of();
                });
    }

    private List<Node> put(Node pane) {
        if (getChildren().contains(pane)) {
            return List.of();
        }
        Shown.set(pane, false);
        getChildren().add(pane);
        return List.of(pane);
    }

    private void turnTo(Optional<Other> next) {
        other = next;
        getChildren().removeIf(node -> !node.equals(explorer) && !isPane(node, next));
        next.ifPresent(shown -> Shown.set(shown.pane().get(), true));
        Shown.set(explorer, next.isEmpty());
        turning = Optional.empty();
        turned.run();
    }

    private static boolean isPane(Node node, Optional<Other> one) {
        return one.filter(other -> other.pane().get().equals(node)).isPresent();
    }
}
