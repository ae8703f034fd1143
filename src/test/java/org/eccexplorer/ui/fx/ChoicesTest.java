package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void aBoxIsAsWideAsItsLongestValueWhicheverIsChosen() throws Exception {
        FxThread.start();
        FxThread.fx(() -> {
            ChoiceBox<Integer> box = Choices.of(List.of(1, 2, 3), "value "::repeat);
            HBox pane = new HBox(box);
            new Scene(pane);
            pane.applyCss();
            double empty = box.prefWidth(-1);
            assertThat(empty)
                    .isGreaterThan(TextWidth.plain("value value value ", 1))
                    .isLessThan(2 * TextWidth.plain("value value value ", 1));
            box.setValue(3);
            assertThat(box.prefWidth(-1)).isEqualTo(empty);
            box.getItems().add(9);
            assertThat(box.prefWidth(-1)).isGreaterThan(2 * empty);
            assertThat(box.minWidth(-1)).isLessThan(empty);
            return box;
        });
    }
}
