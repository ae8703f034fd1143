package org.eccexplorer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Colours can be told apart by everybody and seen on what is behind them. */
class ChartThemeTest {
    private static final List<ChartTheme> THEMES = List.of(ChartTheme.LIGHT, ChartTheme.DARK);

    /**
     * How linear RGB looks to those who lack a kind of cone: Machado, Oliveira and Fernandes (2009)
     * at severity 1.0, and for the first two also Viénot, Brettel and Mollon (1999).
     */
    private static final Map<String, double[][]> SIGHTS =
            Map.of(
                    "normal",
                    new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                    "protanopia",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
                    "deuteranopia",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}
                    },
                    "tritanopia",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    },
                    "protanopia, Viénot",
                    new double[][] {
                        {0.112384, 0.887616, 0}, {0.112384, 0.887616, 0}, {0.004008, -0.004008, 1}
                    },
                    "deuteranopia, Viénot",
                    new double[][] {
                        {0.292750, 0.707250, 0}, {0.292750, 0.707250, 0}, {-0.022337, 0.022337, 1}
                    });

    private static final double[][] XYZ = {
        {0.4124564, 0.3575761, 0.1804375},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339, 0.1191920, 0.9503041}
    };

    private static double[] linear(Colour colour) {
        double[] rgb = {colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0};
        for (int i = 0; i < 3; i++) {
            rgb[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** CIE L*a*b* of what is seen, to the white of sRGB. */
    private static double[] lab(double[] linear) {
        double[] clipped = new double[3];
        for (int i = 0; i < 3; i++) {
            clipped[i] = Math.clamp(linear[i], 0.0, 1.0);
        }
        double[] xyz = product(XYZ, clipped);
        double[] white = product(XYZ, new double[] {1, 1, 1});
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double t = xyz[i] / white[i];
            f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    /** ΔE of CIE 1976, to eyes of a kind. */
    private static double difference(Colour a, Colour b, double[][] sight) {
        double[] one = lab(product(sight, linear(a)));
        double[] other = lab(product(sight, linear(b)));
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    /** As WCAG 2 defines it. */
    private static double contrast(Colour a, Colour b) {
        double one = product(XYZ, linear(a))[1] + 0.05;
        double other = product(XYZ, linear(b))[1] + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static void assertApart(List<Colour> colours, double least) {
        SIGHTS.forEach((name, sight) -> {
            for (int i = 0; i < colours.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(difference(colours.get(i), colours.get(j), sight))
                            .as("%s: %d and %d", name, i, j)
                            .isGreaterThanOrEqualTo(least);
                }
            }
        });
    }

    @Test
    void theMeasureIsRight() {
        double[][] normal = SIGHTS.get("normal");
        assertThat(difference(Colour.of(0xffffff), Colour.of(0x000000), normal))
                .isBetween(99.99, 100.01);
        assertThat(difference(Colour.of(0xff0000), Colour.of(0x00ff00), normal))
                .isBetween(170.0, 171.0);
        assertThat(contrast(Colour.of(0xffffff), Colour.of(0x767676))).isBetween(4.53, 4.55);
    }

    @Test
    void twelveRunsAreToldApartByEverybody() {
        for (ChartTheme theme : THEMES) {
            assertThat(theme.series()).hasSize(Tint.COUNT);
            assertApart(theme.series(), 20);
        }
    }

    @Test
    void causesOfErrorAreToldApartByEverybody() {
        for (ChartTheme theme : THEMES) {
            assertApart(theme.causes(), 30);
        }
    }

    @Test
    void everyMarkIsSeenOnItsBackground() {
        for (ChartTheme theme : THEMES) {
            List<Colour> marks = new ArrayList<>(theme.series());
            marks.addAll(theme.causes());
            marks.add(theme.alarm());
            marks.add(theme.faintest());
            for (Tint.Fixed tint : Tint.Fixed.values()) {
                marks.add(theme.of(tint));
            }
            for (int i = 0; i < 20; i++) {
                marks.add(theme.of(Tint.shade(i, 20)));
            }
            assertThat(marks)
                    .allSatisfy(mark ->
                            assertThat(contrast(mark, theme.background()))
                                    .isGreaterThanOrEqualTo(3));
            for (Colour text : List.of(theme.text(), theme.muted())) {
                assertThat(contrast(text, theme.background())).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void theLastShadeIsThePalestOnLightAndOnDark() {
        for (ChartTheme theme : THEMES) {
            double before = -1;
            for (int i = 0; i < 9; i++) {
                double lightness = lab(linear(theme.of(Tint.shade(i, 9))))[0];
                assertThat(lightness).isGreaterThan(before);
                before = lightness;
            }
        }
    }

    @Test
    void twelveRunsAreToldApartWithoutColour() {
        Set<List<Object>> signs = new HashSet<>();
        for (int run = 0; run < Tint.COUNT; run++) {
            Tint tint = Tint.run(run);
            signs.add(List.of(tint.dash(), tint.marker().orElseThrow()));
            assertThat(tint.dash()).isNotEqualTo(Dash.FINE);
        }
        assertThat(signs).hasSize(Tint.COUNT);
        for (ChartTheme theme : THEMES) {
            assertThat(theme.of(Tint.run(Tint.COUNT))).isEqualTo(theme.of(Tint.run(0)));
        }
    }
}
