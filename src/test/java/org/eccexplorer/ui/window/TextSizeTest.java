package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.fx.TextSize;
import org.junit.jupiter.api.Test;

/** Text can be made larger, and is then still read whole. */
class TextSizeTest {
    private static void cut(ExplorerView view, Command page, Set<String> found) {
        List<Node> all = new ArrayList<>();
        SceneNodes.visible(view, all);
        for (Node node : all) {
            if (node instanceof Labeled labeled && isShown(node)) {
                boolean outside =
                        !scrolls(node)
                                && node.localToScene(node.getLayoutBounds()).getMaxX()
                                        > view.getWidth() + 1;
                if ((labeled.isTextTruncated() && !isTold(labeled)) || outside) {
                    found.add(page + ": " + node.getStyleClass() + " " + labeled.getText());
                }
            }
        }
    }

    /**
     * What a user named, and a path, may be longer than any place, as may a table: a tooltip tells.
     */
    private static boolean isTold(Labeled labeled) {
        String help = labeled.getAccessibleHelp() == null ? "" : labeled.getAccessibleHelp();
        String told = labeled.getTooltip() == null ? help : labeled.getTooltip().getText();
        boolean column =
                labeled.getParent() != null
                        && labeled.getParent().getStyleClass().contains("label");
        return told.contains(labeled.getText())
                || labeled instanceof TableCell
                || (column && !told.isBlank());
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean scrolls(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane || up.getStyleClass().contains("virtual-flow")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void largerTextIsNotCut() throws Exception {
        Set<String> cut = new TreeSet<>();
        EveryPage window = new EveryPage(1440, 900);
        try {
            fx(() -> window.view.textPercentProperty().set(150));
            window.visit(page -> cut(window.view, page, cut));
        } finally {
            window.close();
        }
        assertThat(cut).isEmpty();
    }

    private static void press(ExplorerView view, KeyCode code) {
        view.fireEvent(KeyPress.withControl(code));
    }

    @Test
    void keysMakeItLargerAndSmaller() throws Exception {
        EveryPage window = new EveryPage(1000, 700);
        ExplorerView view = window.view;
        try {
            fx(() -> {
                view.commands().listen(view.getScene());
                press(view, KeyCode.EQUALS);
                assertThat(view.textPercentProperty().get()).isEqualTo(110);
                assertThat(view.getStyle()).isEqualTo("-fx-font-size: 13.2px;");
                press(view, KeyCode.ADD);
                assertThat(view.textPercentProperty().get()).isEqualTo(125);
                press(view, KeyCode.SUBTRACT);
                assertThat(view.textPercentProperty().get()).isEqualTo(110);
                press(view, KeyCode.NUMPAD0);
                assertThat(view.textPercentProperty().get()).isEqualTo(100);
                assertThat(view.commands().isPossible(Command.SMALLER_TEXT)).isFalse();
            });
        } finally {
            window.close();
        }
    }

    @Test
    void sizesAreSteps() {
        assertThat(TextSize.beside(100, 1)).isEqualTo(110);
        assertThat(TextSize.beside(130, 1)).as("from one that is not offered").isEqualTo(150);
        assertThat(TextSize.beside(200, 1)).isEqualTo(200);
        assertThat(TextSize.beside(100, -1)).isEqualTo(100);
    }
}
