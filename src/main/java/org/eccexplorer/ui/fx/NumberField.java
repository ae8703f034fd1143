package org.eccexplorer.ui.fx;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A number that is checked as it is typed and handed over at Enter or when the focus leaves; Escape
 * brings the last valid one back. Numbers copied from a text are valid too, with its true minus
 * sign and its spaces between groups of three digits.
 */
public final class NumberField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private static final Pattern GROUPED =
            Pattern.compile("(?<=\\d)[ \u00a0\u2009\u202f](?=\\d{3}(?!\\d))");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");

    private final double low;
    private final double high;
    private final boolean whole;
    private final DoubleConsumer taken;
    private double value = Double.NaN;

    /**
     * Made.
     *
     * @param meaning what the number is and its unit, for the tooltip and for reading aloud
     * @param low smallest valid number
     * @param high largest valid number
     * @param whole whether it has no decimals
     * @param taken gets each new valid number
     */
    public NumberField(
            String meaning, double low, double high, boolean whole, DoubleConsumer taken) {
        this.low = low;
        this.high = high;
        this.whole = whole;
        this.taken = taken;
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
        setAccessibleText(meaning);
        setTooltip(new Tooltip(meaning + "\n" + range()));
        textProperty().addListener(o -> pseudoClassStateChanged(INVALID, Double.isNaN(typed())));
        setOnAction(event -> take());
        focusedProperty()
                .addListener(o -> {
                    if (!isFocused()) {
                        take();
                    }
                });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                write();
                event.consume();
            }
        });
    }

    private String range() {
        return whole
                ? Texts.text(
                        "ui.fx.wholeRange", Numbers.count((long) low), Numbers.count((long) high))
                : Texts.text("ui.fx.range", Numbers.upTo(low, 4), Numbers.upTo(high, 4));
    }

    /** Says more about the number in the tooltip, above which numbers are valid. */
    public void explain(String text) {
        getTooltip().setText(text + "\n" + range());
    }

    /** Shows a number, without handing it over. */
    public void show(double number) {
        if (number != value) {
            value = number;
            write();
        }
    }

    private void write() {
        setText(text(value));
    }

    private static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return Long.toString((long) number);
        }
        return String.valueOf(number).replace(".0E", "e").replace('E', 'e');
    }

    /** What is typed, NaN if that is no valid number. */
    private double typed() {
        String text = getText().strip().toLowerCase(Locale.ROOT).replace('−', '-');
        String plain = GROUPED.matcher(text).replaceAll("");
        if (!DECIMAL.matcher(plain).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(plain);
        boolean valid = number >= low && number <= high && !(whole && number != Math.rint(number));
        return valid ? number : Double.NaN;
    }

    private void take() {
        double number = typed();
        if (Double.isNaN(number)) {
            if (!isFocused()) {
                write();
            }
        } else if (number != value) {
            value = number;
            taken.accept(number);
        }
    }
}
