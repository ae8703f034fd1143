package org.eccexplorer.plot.file;

/** How charts are saved until something else is chosen. */
public record FigureChoice(FigureKind kind, FigureStyle style) {
    public static final FigureChoice STANDARD =
            new FigureChoice(FigureKind.SVG, FigureStyle.STANDARD);
}
