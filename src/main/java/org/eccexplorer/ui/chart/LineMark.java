package org.eccexplorer.ui.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.paint.LineSample;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/** A piece of a run's line, as charts draw it; as large as the text beside it. */
public final class LineMark extends StackPane {
    private static final double WIDTH = 28;
    private static final double HEIGHT = 12;

    private final Canvas canvas = new Canvas();
    private @Nullable Tint tint;
    private @Nullable ChartTheme theme;

    public LineMark() {
        getStyleClass().add("line-mark");
        TextSize.width(this, WIDTH);
        TextSize.scale(canvas.widthProperty(), this, WIDTH);
        TextSize.scale(canvas.heightProperty(), this, HEIGHT);
        canvas.widthProperty().addListener(o -> draw());
        getChildren().add(canvas);
    }

    /** Draws a line; nothing if it is drawn already. */
    public void show(Tint line, ChartTheme colours) {
        if (!line.equals(tint) || !colours.equals(theme)) {
            tint = line;
            theme = colours;
            draw();
        }
    }

    /** What is drawn, if anything is. */
    public @Nullable Tint tint() {
        return tint;
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        if (tint != null && theme != null) {
            LineSample.paint(
                    new CanvasSurface(canvas.getGraphicsContext2D()),
                    tint,
                    1,
                    height / 2,
                    width - 2,
                    width / WIDTH,
                    theme);
        }
    }
}
