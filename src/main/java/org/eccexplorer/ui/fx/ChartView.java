package org.eccexplorer.ui.fx;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartPainter;
import org.eccexplorer.plot.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A chart that fills its place, painted at most once per layout pulse; the pointer reads values.
 */
public final class ChartView extends Region {
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private @Nullable Chart chart;
    private double hoverX = Double.NaN;
    private double hoverY = Double.NaN;

    public ChartView() {
        getStyleClass().add("chart-view");
        getChildren().add(canvas);
        setMinSize(160, 120);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.addListener((property, before, after) -> requestLayout());
        setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        setOnMouseExited(event -> hover(Double.NaN, Double.NaN));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Shows another chart; does nothing if it is the one that is shown. */
    public void show(Chart next) {
        if (!next.equals(chart)) {
            chart = next;
            setAccessibleText(next.title() + ", " + next.subtitle());
            requestLayout();
        }
    }

    private void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        if (chart == null || width < 20 || height < 20) {
            return;
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        ChartPainter.paint(
                chart,
                new CanvasSurface(canvas.getGraphicsContext2D()),
                new Bounds(1, 1, width - 2, height - 2),
                theme.get(),
                hoverX,
                hoverY);
    }
}
