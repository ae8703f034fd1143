package org.eccexplorer.plot;

import java.util.Arrays;
import java.util.List;

/**
 * The colours of charts, light or dark. Every mark has a contrast of at least 3 : 1 to the
 * background. Two runs or two causes differ by at least 20 (CIE 1976), also to those who do not see
 * red, green or blue: found by search from the palette of Okabe and Ito.
 *
 * @param faintest of shades of grey, the one nearest to the background
 * @param series of runs, as many as {@link Tint#COUNT}
 * @param causes of error
 */
public record ChartTheme(
        Colour background,
        Colour text,
        Colour muted,
        Colour grid,
        Colour axis,
        Colour alarm,
        Colour accent,
        Colour right,
        Colour cnn,
        Colour faintest,
        List<Colour> series,
        List<Colour> causes) {

    public static final ChartTheme LIGHT =
            new ChartTheme(
                    Colour.of(0xffffff),
                    Colour.of(0x1f2937),
                    Colour.of(0x5b6472),
                    Colour.of(0xeceef1),
                    Colour.of(0xc9ced6),
                    Colour.of(0xd92d20),
                    Colour.of(0x2f6fed),
                    Colour.of(0x0e9f6e),
                    Colour.of(0x6b7280),
                    Colour.of(0x8790a0),
                    colours(
                            0x195691, 0xae3700, 0x19a075, 0xd56cac, 0xb78c04, 0x2278fc, 0x9872d3,
                            0x5a5958, 0x791e1e, 0x002157, 0x7a9c4e, 0x722bb9),
                    colours(0xbf2f39, 0xc48304, 0x498bf9, 0x674392));

    public static final ChartTheme DARK =
            new ChartTheme(
                    Colour.of(0x1b1f27),
                    Colour.of(0xe6e9ef),
                    Colour.of(0xa3acba),
                    Colour.of(0x2a303b),
                    Colour.of(0x4a5362),
                    Colour.of(0xff6b5e),
                    Colour.of(0x6ea0ff),
                    Colour.of(0x34c78f),
                    Colour.of(0x9aa3b2),
                    Colour.of(0x6b7586),
                    colours(
                            0x6fc9ff, 0xff8a3f, 0x2da66e, 0xe38eb8, 0xffd335, 0xb9ebff, 0xa48bff,
                            0x697778, 0xc84c35, 0x9871b2, 0xcceb7f, 0x6459de),
                    colours(0xd55455, 0xf2b75d, 0x709ffb, 0x925794));

    private static List<Colour> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Colour::of).toList();
    }

    /** The colour of a run by its number. */
    public Colour run(int number) {
        return series.get(number % series.size());
    }

    /** The colour of a mark. */
    public Colour of(Tint tint) {
        return switch (tint) {
            case Tint.Run run -> run(run.number());
            case Tint.Shade shade -> shade(shade.share());
            case Tint.Step step -> step(step.share());
            case Tint.Fixed.ACCENT -> accent;
            case Tint.Fixed.RIGHT -> right;
            case Tint.Fixed.CNN -> cnn;
            case Tint.Fixed.FAINT -> faintest;
        };
    }

    /** Shades grow paler, whatever is behind them: on dark they start near the background. */
    private Colour shade(double share) {
        boolean dark = luminance(background) < luminance(text);
        return dark ? faintest.towards(text, share) : text.towards(faintest, share);
    }

    /** From near the background to near the text, through the accent. */
    private Colour step(double share) {
        return accent.towards(background, 0.2).towards(accent.towards(text, 0.8), share);
    }

    private static int luminance(Colour colour) {
        return colour.red() + colour.green() + colour.blue();
    }
}
