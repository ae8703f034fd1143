package org.eccexplorer.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.eccexplorer.app.session.Preferences;

/** Where a window opens: where it was, if that place can still be seen. */
final class WindowPlace {
    /** How much of its upper edge has to be on a screen for it to be moved by hand. */
    private static final double GRIP = 120;

    /** Room for the title. */
    private static final double BAR = 40;

    /** How high a title is at least. */
    private static final double TITLE = 24;

    /** No frame is thicker than this. */
    private static final double FRAME = 80;

    private WindowPlace() {}

    /** Its upper left corner, such that a screen shows all of it; nothing if none showed it. */
    static Optional<Point2D> corner(Preferences preferences, List<Rectangle2D> screens) {
        double x = preferences.x();
        double y = preferences.y();
        Point2D size = size(preferences, screens);
        return screens.stream()
                .filter(screen ->
                        x + preferences.width() >= screen.getMinX() + GRIP
                                && x <= screen.getMaxX() - GRIP
                                && y >= screen.getMinY() - BAR
                                && y <= screen.getMaxY() - BAR)
                .max(Comparator.comparingDouble(screen -> shared(x, size.getX(), screen)))
                .map(screen ->
                        new Point2D(
                                within(x, size.getX(), screen.getMinX(), screen.getMaxX()),
                                within(y, size.getY() + BAR, screen.getMinY(), screen.getMaxY())));
    }

    /** So much of its width is on a screen. */
    private static double shared(double x, double width, Rectangle2D screen) {
        return Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
    }

    private static double within(double at, double length, double low, double high) {
        return Math.max(low, Math.min(at, high - length));
    }

    /** Width and height of its content: with its frame it is not larger than the largest screen. */
    static Point2D size(Preferences preferences, List<Rectangle2D> screens) {
        double wide = 0;
        double high = 0;
        for (Rectangle2D screen : screens) {
            wide = Math.max(wide, screen.getWidth());
            high = Math.max(high, screen.getHeight() - BAR);
        }
        return screens.isEmpty()
                ? new Point2D(preferences.width(), preferences.height())
                : new Point2D(
                        Math.min(preferences.width(), wide), Math.min(preferences.height(), high));
    }

    /**
     * The upper edge at which a window's title is on the screen that the window is on.
     *
     * @param x its left edge
     * @param y its upper edge, as the system tells it
     * @param title how far its content is below that; 0 where the system does not tell
     */
    static double lowered(double x, double y, double title, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> x + GRIP >= screen.getMinX() && x <= screen.getMaxX() - GRIP)
                .filter(screen -> y >= screen.getMinY() - FRAME && y <= screen.getMaxY())
                .findFirst()
                .map(screen -> Math.max(y, screen.getMinY() + Math.max(0, TITLE - title)))
                .orElse(y);
    }

    /**
     * How far systems put a window from where they were asked to, by its frame; what is remembered
     * is where it was asked for, or it would wander with every start.
     */
    static Point2D wandered(Optional<Point2D> asked, double x, double y) {
        return asked.map(place -> new Point2D(x, y).subtract(place))
                .filter(by -> Math.abs(by.getX()) <= FRAME && Math.abs(by.getY()) <= FRAME)
                .orElse(Point2D.ZERO);
    }
}
