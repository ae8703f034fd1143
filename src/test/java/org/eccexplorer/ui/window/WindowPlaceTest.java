package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
                .as("on the screen at the left, all of it")
                .contains(new Point2D(-1200, 50));
    }

    @Test
    void aPlaceOffEveryScreenIsNot() {
        assertThat(WindowPlace.corner(at(-1000, 50), TWO.subList(0, 1)))
                .as("200 pixels of it were on the screen")
                .contains(new Point2D(0, 50));
        assertThat(WindowPlace.corner(at(-1190, 50), TWO.subList(0, 1))).isEmpty();
        assertThat(WindowPlace.corner(at(5000, 50), TWO)).isEmpty();
        assertThat(WindowPlace.corner(at(100, 1075), TWO)).isEmpty();
        assertThat(WindowPlace.corner(at(100, -700), TWO)).isEmpty();
        assertThat(WindowPlace.corner(Preferences.standard(), TWO)).isEmpty();
    }

    @Test
    void itsTitleIsOnTheScreen() {
        List<Rectangle2D> small = List.of(new Rectangle2D(0, 0, 1440, 900));
        Preferences above = Preferences.standard().withWindow(0, -8, 1440, 900);
        assertThat(WindowPlace.corner(above, small)).contains(Point2D.ZERO);
        Preferences low = Preferences.standard().withWindow(300, 500, 1200, 800);
        assertThat(WindowPlace.corner(low, small)).contains(new Point2D(240, 60));
    }

    @Test
    void aFrameMovesNoWindowFromStartToStart() {
        Optional<Point2D> asked = Optional.of(new Point2D(100, 50));
        assertThat(WindowPlace.wandered(asked, 102, 38)).isEqualTo(new Point2D(2, -12));
        assertThat(WindowPlace.wandered(asked, 400, 50))
                .as("moved by hand")
                .isEqualTo(Point2D.ZERO);
        assertThat(WindowPlace.wandered(Optional.empty(), 3, 4)).isEqualTo(Point2D.ZERO);
    }

    @Test
    void aTitleAboveTheScreenComesDown() {
        assertThat(WindowPlace.lowered(0, -15, 20, TWO)).isEqualTo(4);
        assertThat(WindowPlace.lowered(0, 5, 0, TWO)).as("of an unknown frame").isEqualTo(24);
        assertThat(WindowPlace.lowered(0, 0, 30, TWO)).isZero();
        assertThat(WindowPlace.lowered(300, 200, 20, TWO)).isEqualTo(200);
    }

    @Test
    void noWindowIsLargerThanTheScreens() {
        Preferences huge = Preferences.standard().withWindow(0, 0, 9000, 700);
        assertThat(WindowPlace.size(huge, TWO)).isEqualTo(new Point2D(1920, 700));
        assertThat(
                        WindowPlace.size(
                                Preferences.standard(), List.of(new Rectangle2D(0, 0, 1440, 900))))
                .as("with room for the title")
                .isEqualTo(new Point2D(1440, 860));
        assertThat(WindowPlace.size(huge, List.of())).isEqualTo(new Point2D(9000, 700));
    }
}
