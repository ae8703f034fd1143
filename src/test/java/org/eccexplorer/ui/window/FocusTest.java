package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.SceneNodes;
import org.junit.jupiter.api.Test;

/** Whatever the keyboard would act on can be told by a ring of its own colour. */
class FocusTest {
    /** Those that show a cursor of their own when the keyboard is in them. */
    private static boolean isRinged(Node node, Color ring) {
        List<Node> parts = new ArrayList<>();
        SceneNodes.all(node, parts);
        return parts.stream()
                .filter(Region.class::isInstance)
                .map(Region.class::cast)
                .anyMatch(region -> paints(region).contains(ring));
    }

    private static Set<Paint> paints(Region region) {
        Set<Paint> paints = new HashSet<>();
        if (region.getBackground() != null) {
            region.getBackground().getFills().forEach(fill -> paints.add(fill.getFill()));
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().forEach(stroke -> paints.add(stroke.getTopStroke()));
        }
        return paints;
    }

    private static void look(
            ExplorerView view, Command page, Set<Node> seen, Collection<String> found) {
        Color ring =
                Color.web(StyleSheet.read("window/explorer.css").of(".explorer").get("-ecc-focus"));
        List<Node> all = new ArrayList<>();
        SceneNodes.visible(view, all);
        for (Node node : all) {
            // A canvas draws where the keyboard is itself.
            if (!node.isFocusTraversable()
                    || node.isDisabled()
                    || node instanceof Canvas
                    || !seen.add(node)) {
                continue;
            }
            view.requestFocus();
            node.applyCss();
            boolean before = isRinged(node, ring);
            node.requestFocus();
            node.applyCss();
            if (!node.isFocused() || before || !isRinged(node, ring)) {
                found.add(page + ": " + node + " in " + node.getParent());
            }
        }
    }

    @Test
    void everyControlShowsThatItHasTheKeyboard() throws Exception {
        Set<String> unseen = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        EveryPage window = new EveryPage(1400, 900);
        try {
            window.visit(page -> look(window.view, page, seen, unseen));
        } finally {
            window.close();
        }
        assertThat(unseen).isEmpty();
        assertThat(seen).hasSizeGreaterThan(100);
    }
}
