package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.eccexplorer.text.Texts;

/**
 * Numbers of a formula and marks of charts that are the same: where the pointer or the keyboard
 * comes to one, the other stands out.
 */
final class FormulaLinks {
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

    private final List<Term> terms = new ArrayList<>();
    private Consumer<Set<String>> emphasise = numbers -> {};
    private Function<Set<String>, List<String>> marks = numbers -> List.of();

    /** A number of the formula, and what it is made of. */
    private record Term(Text text, Set<String> numbers) {}

    /**
     * Says which charts there are now.
     *
     * @param shown makes marks stand out; of no numbers: shows all as usual
     * @param named names of the marks of numbers, with their charts
     */
    void charts(Consumer<Set<String>> shown, Function<Set<String>, List<String>> named) {
        emphasise = shown;
        marks = named;
    }

    /** Forgets what was on another page. */
    void clear() {
        terms.clear();
    }

    /** A number of the formula, which the keyboard can reach too. */
    void add(Text text, Set<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        Term term = new Term(text, numbers);
        terms.add(term);
        text.setAccessibleRole(AccessibleRole.TEXT);
        text.setFocusTraversable(true);
        text.hoverProperty().addListener((property, before, on) -> look(term, on));
        text.focusedProperty().addListener((property, before, on) -> look(term, on));
    }

    private void look(Term term, boolean on) {
        boolean meant = on || term.text().isHover() || term.text().isFocused();
        term.text().pseudoClassStateChanged(LINKED, meant);
        emphasise.accept(meant ? term.numbers() : Set.of());
    }

    /** Makes the numbers stand out that a chart was pointed at. */
    void point(Set<String> numbers) {
        for (Term term : terms) {
            Set<String> common = new TreeSet<>(term.numbers());
            common.retainAll(numbers);
            term.text()
                    .pseudoClassStateChanged(LINKED, !common.isEmpty() || term.text().isFocused());
        }
    }

    /** What a screen reader reads of each number, and whether the keyboard can reach it. */
    void refresh() {
        for (Term term : terms) {
            List<String> shown = marks.apply(term.numbers());
            term.text().setFocusTraversable(!shown.isEmpty());
            term.text()
                    .setAccessibleText(
                            shown.isEmpty()
                                    ? term.text().getText()
                                    : Texts.text(
                                            "ui.lesson.linked",
                                            term.text().getText(),
                                            String.join(", ", shown)));
        }
    }
}
