package org.eccexplorer.plot;

import java.util.List;

/**
 * The colours of charts, light or dark.
 *
 * @param series colours of runs, told apart also by the colour-blind (after Okabe and Ito)
 */
public record ChartTheme(
        Colour background,
        Colour text,
        Colour muted,
        Colour grid,
        Colour axis,
        Colour alarm,
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
                    List.of(
                            Colour.of(0x2f6fed),
                            Colour.of(0x0e9f6e),
                            Colour.of(0xe07b00),
                            Colour.of(0xb83291),
                            Colour.of(0x0e8fb3),
                            Colour.of(0x7a5af8),
                            Colour.of(0x8a6d1d),
                            Colour.of(0x6b7280)),
                    List.of(
                            Colour.of(0xd93f33),
                            Colour.of(0xe8a33d),
                            Colour.of(0x7ba7fb),
                            Colour.of(0x7b5ea7)));

    public static final ChartTheme DARK =
            new ChartTheme(
                    Colour.of(0x1b1f27),
                    Colour.of(0xe6e9ef),
                    Colour.of(0xa3acba),
                    Colour.of(0x2a303b),
                    Colour.of(0x4a5362),
                    Colour.of(0xff6b5e),
                    List.of(
                            Colour.of(0x6ea0ff),
                            Colour.of(0x34c78f),
                            Colour.of(0xf5a142),
                            Colour.of(0xe06fc0),
                            Colour.of(0x4cc3e6),
                            Colour.of(0xa08bff),
                            Colour.of(0xcfae4e),
                            Colour.of(0x9aa3b2)),
                    List.of(
                            Colour.of(0xe8625a),
                            Colour.of(0xefb45c),
                            Colour.of(0x8fb4ff),
                            Colour.of(0xa68ad1)));

    /** The colour of a run by its number. */
    public Colour run(int number) {
        return series.get(number % series.size());
    }

    /** The colour of a mark. */
    public Colour of(Tint tint) {
        return switch (tint) {
            case Tint.Run run -> run(run.number());
            case Tint.Shade shade -> shade(shade.share());
            case Tint.Fixed.ACCENT -> series.get(0);
            case Tint.Fixed.RIGHT -> series.get(1);
            case Tint.Fixed.CNN -> series.get(7);
        };
    }

    /** From nearly the colour of texts to a pale accent. */
    private Colour shade(double share) {
        Colour pale = series.get(0).towards(background, 0.35);
        return text.towards(pale, 0.25 + 0.75 * share);
    }
}
