package org.eccexplorer.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.eccexplorer.app.session.Preferences;

/** Where a window opens: where it was, if that place can still be seen. */
final class WindowPlace {
    /** How much of its upper edge has to be on a screen for it to be moved by hand. */
    private static final double GRIP = 120;

    private static final double BAR = 30;

    private WindowPlace() {}

    /** Its upper left corner, or nothing if no screen shows it. */
    static Optional<Point2D> corner(Preferences preferences, List<Rectangle2D> screens) {
        double x = preferences.x();
        double y = preferences.y();
        boolean seen =
                screens.stream()
                        .anyMatch(screen ->
                                x + preferences.width() >= screen.getMinX() + GRIP
                                        && x <= screen.getMaxX() - GRIP
                                        && y >= screen.getMinY() - BAR
                                        && y <= screen.getMaxY() - BAR);
        return seen ? Optional.of(new Point2D(x, y)) : Optional.empty();
    }

    /** Its width and height, not larger than the largest screen. */
    static Point2D size(Preferences preferences, List<Rectangle2D> screens) {
        double wide = 0;
        double high = 0;
        for (Rectangle2D screen : screens) {
            wide = Math.max(wide, screen.getWidth());
            high = Math.max(high, screen.getHeight());
        }
        return screens.isEmpty()
                ? new Point2D(preferences.width(), preferences.height())
                : new Point2D(
                        Math.min(preferences.width(), wide), Math.min(preferences.height(), high));
    }
}
