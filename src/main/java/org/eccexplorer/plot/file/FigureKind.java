package org.eccexplorer.plot.file;

import java.util.Locale;

/** The files that a chart can be. */
public enum FigureKind {
    SVG,
    PDF,
    PNG,
    /** Its data. */
    CSV;

    /** What the names of such files end in, without the point. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
