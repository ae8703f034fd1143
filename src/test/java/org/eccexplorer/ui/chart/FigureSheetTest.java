package org.eccexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.image.ImageView;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.SceneNodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a chart is to be printed: asked, shown, remembered. */
class FigureSheetTest {
    private final FigureMemory memory = FigureMemory.brief();
    private final List<FigureChoice> saved = new ArrayList<>();
    private List<Node> nodes = List.of();

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        nodes = fx(() -> opened());
    }

    private List<Node> opened() {
        Chart chart =
                new Chart.Histogram(
                        "Rates", "", "rate", "neurons", 0, 1, Tint.run(0), new long[] {3, 1});
        FigureSheet sheet = new FigureSheet(chart, memory, saved::add, choice -> {});
        new Scene(sheet, 640, 480);
        sheet.applyCss();
        sheet.layout();
        List<Node> found = new ArrayList<>();
        SceneNodes.all(sheet, found);
        return found;
    }

    private <T extends Node> List<T> all(Class<T> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private NumberField number(String name) {
        return all(NumberField.class).stream()
                .filter(field -> field.getAccessibleText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void type(String name, String text) throws Exception {
        fx(() -> {
            number(name).setText(text);
            number(name).fireEvent(new ActionEvent());
        });
    }

    @SuppressWarnings("unchecked") // the boxes are told apart by what they hold
    private static void choose(ChoiceBox<?> box, Object value) throws Exception {
        fx(() -> ((ChoiceBox<Object>) box).setValue(value));
    }

    @Test
    void theChoiceIsShownAtItsProportionsAndRemembered() throws Exception {
        type("Width", "88");
        type("Height", "44");
        type("Font", "7");
        FigureStyle style = memory.last().get().style();
        assertThat(style.width()).isEqualTo(88);
        assertThat(style.height()).isEqualTo(44);
        assertThat(style.fontSize()).isEqualTo(7);
        ImageView preview = all(ImageView.class).getFirst();
        assertThat(preview.getImage().getWidth() / preview.getImage().getHeight())
                .isBetween(1.98, 2.02);
        nodes = fx(() -> opened());
        assertThat(number("Width").getText()).isEqualTo("88");
    }

    @Test
    void aLargeFontIsMadeSmallerWhereThereIsNoRoomForIt() throws Exception {
        type("Font", "20");
        assertThat(memory.last().get().style().fontSize()).isEqualTo(20);
        choose(all(ChoiceBox.class).get(1), all(ChoiceBox.class).get(1).getItems().getFirst());
        assertThat(memory.last().get().style().width()).isEqualTo(FigureStyle.ONE_COLUMN);
        assertThat(memory.last().get().style().fontSize()).isLessThan(13);
    }

    @Test
    void dataHaveNoLook() throws Exception {
        choose(all(ChoiceBox.class).getFirst(), FigureKind.CSV);
        assertThat(number("Width").isDisabled()).isTrue();
        assertThat(all(CheckBox.class)).allMatch(Node::isDisabled);
        fx(() -> all(Button.class).getLast().fire());
        assertThat(saved).extracting(FigureChoice::kind).containsExactly(FigureKind.CSV);
    }

    @Test
    void titleAndLegendCanBeLeftOut() throws Exception {
        fx(() -> all(CheckBox.class).forEach(CheckBox::fire));
        FigureStyle style = memory.last().get().style();
        assertThat(style.title()).isFalse();
        assertThat(style.legend()).isFalse();
        assertThat(style.dark()).isTrue();
    }
}
