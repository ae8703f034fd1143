package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.eccexplorer.app.session.Preferences;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final List<Rectangle2D> TWO =
            List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(-1280, 0, 1280, 1024));

    private static Preferences at(double x, double y) {
        return Preferences.standard().withWindow(x, y, 1200, 800);
    }

    @Test
    void aPlaceThatCanBeSeenIsKept() {
        assertThat(WindowPlace.corner(at(100, 50), TWO)).contains(new Point2D(100, 50));
        assertThat(WindowPlace.corner(at(-1000, 50), TWO))
                .as("on the screen at the left")
                .contains(new Point2D(-1000, 50));
    }

    @Test
    void aPlaceOffEveryScreenIsNot() {
        assertThat(WindowPlace.corner(at(-1000, 50), TWO.subList(0, 1)))
                .as("200 pixels of it are on the screen")
                .isPresent();
        assertThat(WindowPlace.corner(at(-1190, 50), TWO.subList(0, 1))).isEmpty();
        assertThat(WindowPlace.corner(at(5000, 50), TWO)).isEmpty();
        assertThat(WindowPlace.corner(at(100, 1075), TWO)).isEmpty();
        assertThat(WindowPlace.corner(at(100, -700), TWO)).isEmpty();
        assertThat(WindowPlace.corner(Preferences.standard(), TWO)).isEmpty();
    }

    @Test
    void noWindowIsLargerThanTheScreens() {
        Preferences huge = Preferences.standard().withWindow(0, 0, 9000, 700);
        assertThat(WindowPlace.size(huge, TWO)).isEqualTo(new Point2D(1920, 700));
        assertThat(WindowPlace.size(huge, List.of())).isEqualTo(new Point2D(9000, 700));
    }
}
