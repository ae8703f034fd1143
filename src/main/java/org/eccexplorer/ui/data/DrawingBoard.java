package org.eccexplorer.ui.data;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eccexplorer.app.open.Drawing;
import org.eccexplorer.app.open.OwnImage;
import org.eccexplorer.dataset.picture.PictureShape;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Where the user draws an image; after every stroke the networks classify it. */
public final class DrawingBoard extends VBox {
    private static final Color FOCUS = Color.web("#6ea0ff");
    private static final int SIZE = 190;

    private final ExplorerViewModel model;
    private final Drawing drawing;
    private final Canvas canvas = new Canvas(SIZE, SIZE);
    private final Slider brush = new Slider(0.5, 4, 1);
    private final ColorPicker colour = new ColorPicker(Color.WHITE);
    private double lastX;
    private double lastY;
    private int column;
    private int row;
    private boolean penDown;

    DrawingBoard(ExplorerViewModel model) {
        super(8);
        this.model = model;
        Shape input = model.experiment().test().shape();
        Optional<Shape> picture = PictureShape.pictured(input).filter(DrawingBoard::isPainted);
        Shape shape = picture.orElse(new Shape(1, 1, 1));
        drawing = new Drawing(shape);
        canvas.setHeight(SIZE * (double) shape.height() / shape.width());
        getStyleClass().add("card");
        if (picture.isEmpty()) {
            getChildren()
                    .addAll(
                            Rows.heading(Texts.text("ui.data.draw")),
                            WrappedText.wrapped(Texts.text("ui.data.noDrawing", input), "muted"));
            return;
        }
        brush.setValue(Math.max(0.6, shape.width() / 24.0));
        TextSize.scale(brush.prefWidthProperty(), brush, 90);
        brush.setTooltip(new Tooltip(Texts.text("ui.data.brushMeaning")));
        brush.setAccessibleText(Texts.text("ui.data.brushRadius"));
        colour.setAccessibleText(Texts.text("ui.data.brushColour"));
        column = shape.width() / 2;
        row = shape.height() / 2;
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleHelp(Texts.text("ui.data.brushKeys"));
        canvas.setOnKeyPressed(this::pressed);
        canvas.setOnKeyReleased(this::released);
        canvas.focusedProperty().addListener(o -> paint());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> look());
        Button clear = new Button(Texts.text("ui.data.clear"));
        clear.setOnAction(event -> clear());
        HBox tools = new HBox(8, new Label(Texts.text("ui.data.brush")), brush, clear);
        tools.getStyleClass().add("row");
        Label hint = WrappedText.wrapped(Texts.text("ui.data.drawingHint"), "muted");
        getChildren().addAll(Rows.heading(Texts.text("ui.data.draw")), canvas, tools, hint);
        if (shape.channels() == 3) {
            getChildren().add(3, colour);
        }
        paint();
    }

    /** Whether it has colours that can be drawn with. */
    private static boolean isPainted(Shape picture) {
        return picture.channels() == 1 || picture.channels() == 3;
    }

    private void clear() {
        drawing.clear();
        paint();
    }

    private void pressed(KeyEvent event) {
        int by = event.isShiftDown() ? 5 : 1;
        if (event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(-by, 0);
            case RIGHT -> move(by, 0);
            case UP -> move(0, -by);
            case DOWN -> move(0, by);
            case SPACE -> {
                penDown = true;
                move(0, 0);
            }
            case DELETE, BACK_SPACE -> clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** As with the mouse, the networks classify the drawing when the stroke ends. */
    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && penDown) {
            penDown = false;
            look();
            event.consume();
        }
    }

    /** Moves the brush by pixels of the model's input, drawing while the pen is down. */
    private void move(int right, int down) {
        int fromColumn = column;
        int fromRow = row;
        column = Math.clamp(column + right, 0, drawing.shape().width() - 1);
        row = Math.clamp(row + down, 0, drawing.shape().height() - 1);
        if (penDown) {
            stroke(fromColumn + 0.5, fromRow + 0.5, column + 0.5, row + 0.5);
        }
        paint();
    }

    private void begin(MouseEvent event) {
        canvas.requestFocus();
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
    public void stroke(double x0, double y0, double x1, double y1) {
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
    public void look() {
        model.selection().imageProperty().set(OwnImage.drawn(drawing.pixels(), model.experiment()));
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.drawImage(
                Pictures.image(drawing.pixels(), drawing.shape()), 0, 0, SIZE, canvas.getHeight());
        Shape shape = drawing.shape();
        int first = (row * shape.width() + column) * shape.channels();
        boolean drawn = false;
        for (int c = 0; c < shape.channels(); c++) {
            drawn |= drawing.pixels()[first + c] > 0;
        }
        canvas.setAccessibleText(
                Texts.text(
                        drawn ? "ui.data.brushOnDrawn" : "ui.data.brushOnEmpty",
                        shape,
                        Numbers.count(row),
                        Numbers.count(column)));
        if (canvas.isFocused()) {
            frames(context);
        }
    }

    /** Where the keyboard is: round the board, and round the pixel that it draws next. */
    private void frames(GraphicsContext context) {
        double unit = SIZE / (double) drawing.shape().width();
        context.setStroke(FOCUS);
        context.setLineWidth(2);
        context.strokeRect(1, 1, SIZE - 2, canvas.getHeight() - 2);
        context.setLineWidth(1.5);
        context.strokeRect(column * unit, row * unit, unit, unit);
    }
}
