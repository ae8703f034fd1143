package org.eccexplorer.ui.explorer;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.Drawing;
import org.eccexplorer.app.OwnImage;
import org.eccexplorer.tensor.Shape;

/** Draws an image of the user's own; after every stroke the networks answer. */
final class DrawingBoard extends VBox {
    private static final int SIZE = 224;

    private final ExplorerViewModel model;
    private final Drawing drawing;
    private final Canvas canvas = new Canvas(SIZE, SIZE);
    private final Slider brush = new Slider(0.5, 4, 1);
    private final ColorPicker colour = new ColorPicker(Color.WHITE);
    private double lastX;
    private double lastY;

    DrawingBoard(ExplorerViewModel model) {
        super(8);
        this.model = model;
        Shape shape = model.experiment().test().shape();
        drawing = new Drawing(shape);
        canvas.setHeight(SIZE * (double) shape.height() / shape.width());
        getStyleClass().add("card");
        brush.setValue(Math.max(0.6, shape.width() / 24.0));
        brush.setPrefWidth(90);
        brush.setTooltip(new Tooltip("Radius of the brush in pixels of the model's input"));
        brush.setAccessibleText("Radius of the brush in pixels");
        colour.setAccessibleText("Colour of the brush");
        canvas.setAccessibleText("Drawing of " + shape);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> look());
        Button clear = new Button("Clear");
        clear.setOnAction(event -> {
            drawing.clear();
            paint();
        });
        HBox tools = new HBox(8, new Label("Brush"), brush, clear);
        tools.getStyleClass().add("row");
        Label hint =
                new Label(
                        "Each stroke is answered on the page Image. A picture of your own can be"
                                + " dropped on the window.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(SettingsPane.heading("Draw your own"), canvas, tools, hint);
        if (shape.channels() == 3) {
            getChildren().add(3, colour);
        }
        paint();
    }

    private void begin(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
        draw(event);
    }

    private void draw(MouseEvent event) {
        double unit = drawing.shape().width() / (double) SIZE;
        stroke(lastX * unit, lastY * unit, event.getX() * unit, event.getY() * unit);
        lastX = event.getX();
        lastY = event.getY();
        paint();
    }

    /** Draws a line, in pixels of the model's input. */
    void stroke(double x0, double y0, double x1, double y1) {
        drawing.line(x0, y0, x1, y1, brush.getValue(), ink());
    }

    private float[] ink() {
        if (drawing.shape().channels() == 3) {
            Color ink = colour.getValue();
            return new float[] {
                (float) ink.getRed(), (float) ink.getGreen(), (float) ink.getBlue()
            };
        }
        return new float[] {1};
    }

    /** Lets the networks look at the drawing as it is. */
    void look() {
        model.sampleProperty().set(OwnImage.drawn(drawing.pixels(), model.experiment()));
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.drawImage(
                Pictures.image(drawing.pixels(), drawing.shape()), 0, 0, SIZE, canvas.getHeight());
    }
}
