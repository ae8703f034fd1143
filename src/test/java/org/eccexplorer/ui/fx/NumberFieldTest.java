package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final List<Double> taken = new ArrayList<>();

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private NumberField whole() {
        return new NumberField("Seed", -1, 65_536, true, taken::add);
    }

    private NumberField real() {
        return new NumberField("Leak", 0.0001, 0.5, false, taken::add);
    }

    private static void enter(NumberField field, String text) {
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private static boolean isInvalid(NumberField field) {
        return field.getPseudoClassStates().contains(INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "' 7 ', 7",
        "+7, 7",
        "7.0, 7",
        "1E3, 1000",
        "-1, -1",
        "−1, -1",
        "10 000, 10000",
        "10\u00a0000, 10000",
        "10\u2009000, 10000",
        "10\u202f000, 10000",
    })
    void whatIsTypedOrPastedIsTakenAtEnter(String text, double number) throws Exception {
        fx(() -> {
            NumberField field = whole();
            enter(field, text);
            assertThat(isInvalid(field)).isFalse();
            assertThat(taken).containsExactly(number);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-2", "−2", "65537", "1.5", "1 6", "1 0000", "7d", "0x7", "NaN", "−", "x"
            })
    void whatIsNotSuchANumberIsMarkedAndNotTaken(String text) throws Exception {
        fx(() -> {
            NumberField field = whole();
            field.show(7);
            field.setText(text);
            assertThat(isInvalid(field)).isTrue();
            enter(field, text);
            assertThat(taken).isEmpty();
            // Without the focus the last valid number comes back.
            assertThat(field.getText()).isEqualTo("7");
        });
    }

    @ParameterizedTest
    @CsvSource({"0.0001, true", "0.5, true", ".25, true", "2e-1, true", "0, false", "0.51, false"})
    void bothEndsOfTheRangeAreValid(String text, boolean valid) throws Exception {
        fx(() -> {
            NumberField field = real();
            field.setText(text);
            assertThat(isInvalid(field)).isEqualTo(!valid);
        });
    }

    @Test
    void aNumberIsHandedOverOnce() throws Exception {
        fx(() -> {
            NumberField field = whole();
            field.show(7);
            enter(field, "7");
            assertThat(taken).isEmpty();
            enter(field, "8");
            enter(field, "8.0");
            assertThat(taken).containsExactly(8.0);
        });
    }

    @Test
    void escapeBringsTheLastValidNumberBack() throws Exception {
        fx(() -> {
            NumberField field = whole();
            field.show(-1);
            field.setText("12x");
            field.fireEvent(KeyPress.of(KeyCode.ESCAPE));
            assertThat(field.getText()).isEqualTo("-1");
            assertThat(isInvalid(field)).isFalse();
            assertThat(taken).isEmpty();
        });
    }

    @Test
    void theTooltipSaysTheRangeAsOtherTextsDo() throws Exception {
        fx(() -> {
            NumberField field = whole();
            assertThat(field.getTooltip().getText())
                    .isEqualTo("Seed\na whole number from −1 to 65\u202f536");
            field.explain("What starts the random numbers.");
            assertThat(field.getTooltip().getText())
                    .isEqualTo(
                            "What starts the random numbers.\n"
                                    + "a whole number from −1 to 65\u202f536");
            assertThat(real().getTooltip().getText()).isEqualTo("Leak\nfrom 0.0001 to 0.5");
        });
    }
}
