package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.ui.fx.TextSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether what is drawn with the colours of the style sheets can be told from what is behind it.
 */
class ContrastTest {
    private static final StyleSheet SHEET = StyleSheet.read("window/explorer.css");
    private static final StyleSheet NOTICES = StyleSheet.read("dialog/notices.css");

    private static void holds(
            Map<String, String> colours, String theme, String front, String back, double least) {
        String one = Objects.requireNonNull(colours.get(front), front);
        String other = Objects.requireNonNull(colours.get(back), back);
        assertThat(StyleSheet.contrast(one, other))
                .as("%s theme: %s %s on %s %s", theme, front, one, back, other)
                .isGreaterThanOrEqualTo(least);
    }

    /** Text needs 4.5, what bounds or fills a control 3. */
    @ParameterizedTest
    @CsvSource({
        "text,      surface,     4.5",
        "text,      canvas,      4.5",
        "text,      accent-soft, 4.5",
        "text,      note,        4.5",
        "muted,     surface,     4.5",
        "muted,     canvas,      4.5",
        "muted,     accent-soft, 4.5",
        "accent,    surface,     4.5",
        "accent,    canvas,      4.5",
        "accent,    accent-soft, 4.5",
        "on-accent, accent,      4.5",
        "passed,    surface,     4.5",
        "passed,    canvas,      4.5",
        "warning,   surface,     4.5",
        "warning,   canvas,      4.5",
        "error,     surface,     4.5",
        "control,   surface,     3",
        "control,   canvas,      3",
        "control,   accent-soft, 3",
        "accent,    track,       3",
        "vote,      track,       3",
        "winner,    track,       3",
        "focus,     surface,     3",
        "focus,     canvas,      3",
        "focus,     accent-soft, 3",
        "focus,     note,        3",
    })
    void frontIsSeenOnBack(String front, String back, double least) {
        holds(SHEET.of(".explorer"), "light", "-ecc-" + front, "-ecc-" + back, least);
        holds(
                SHEET.of(".explorer", ".explorer.dark"),
                "dark",
                "-ecc-" + front,
                "-ecc-" + back,
                least);
    }

    @ParameterizedTest
    @CsvSource({"text, 4.5", "muted, 4.5", "accent, 4.5", "border, 3"})
    void noticesAreSeen(String front, double least) {
        for (String theme : new String[] {"light", "dark"}) {
            holds(
                    NOTICES.of(".notification-bar." + theme + "-notice"),
                    theme,
                    "-notice-" + front,
                    "-notice-surface",
                    least);
        }
    }

    @Test
    void bothThemesNameTheSameColours() {
        assertThat(SHEET.of(".explorer.dark").keySet())
                .containsAll(
                        SHEET.of(".explorer").keySet().stream()
                                .filter(name -> name.startsWith("-ecc-"))
                                .toList());
    }

    @Test
    void rulesUseNamedColoursOnly() {
        for (StyleSheet.Rule rule : SHEET.rules()) {
            boolean names =
                    rule.selectors().equals(".explorer")
                            || rule.selectors().equals(".explorer.dark");
            for (Map.Entry<String, String> value : rule.values().entrySet()) {
                String text = value.getValue().toLowerCase(Locale.ROOT);
                assertThat(names || !text.matches(".*(#[0-9a-f]{3,8}|\\bwhite\\b|\\bblack\\b).*"))
                        .as("%s %s", rule.selectors(), value)
                        .isTrue();
            }
        }
    }

    @Test
    void bordersOfControlsAreOfTheColourThatIsSeen() {
        for (String control :
                new String[] {".number-field", ".combo-box", ".menu-button", ".toggle-button"}) {
            assertThat(SHEET.of(".explorer " + control))
                    .containsEntry("-fx-border-color", "-ecc-control");
        }
        assertThat(SHEET.of(".explorer .button, .explorer .choice-box"))
                .containsEntry("-fx-border-color", "-ecc-control");
        assertThat(SHEET.of(".explorer .toggle-switch .thumb-area"))
                .containsEntry("-fx-background-color", "-ecc-control");
        assertThat(SHEET.of(".explorer .check-box .box"))
                .containsEntry("-fx-background-color", "-ecc-control, -ecc-surface");
        assertThat(SHEET.of(".explorer .vote > .bar"))
                .containsEntry("-fx-background-color", "-ecc-vote");
        assertThat(SHEET.of(".explorer .passed")).containsEntry("-fx-text-fill", "-ecc-passed");
    }

    @Test
    void lengthsFollowTheSizeOfText() {
        for (StyleSheet.Rule rule : SHEET.rules()) {
            rule.values()
                    .forEach((name, value) -> {
                        boolean root = rule.selectors().equals(".explorer");
                        boolean length =
                                name.matches(
                                                "-fx-(font-size|padding|spacing|[hv]gap|.*-(width|height))")
                                        && !name.contains("border");
                        assertThat(!length || root || value.matches("((0|-?[0-9.]+em)\\s*)+"))
                                .as("%s { %s: %s }", rule.selectors(), name, value)
                                .isTrue();
                    });
        }
        assertThat(SHEET.of(".explorer"))
                .containsEntry(
                        "-fx-font-size",
                        TextSize.style(100).replaceAll("[^0-9]*([0-9]+)[.]0px;", "$1px"));
    }

    @Test
    void blackOnWhiteIsTwentyOne() {
        assertThat(StyleSheet.contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
        assertThat(StyleSheet.contrast("#777777", "#ffffff")).isCloseTo(4.478, within(1e-3));
    }
}
