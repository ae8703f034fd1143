package org.eccexplorer.figures.words;

import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What is said of the CNN that runs are held against, always with its number of images. */
public final class CnnWords {
    private CnnWords() {}

    /** At a line: "CNN 91.5 % · 1000 images", "CNN 87.9 % · first 91 of 1000 images". */
    public static String line(CnnReference cnn) {
        return Texts.text(
                cnn.isWhole() ? "figures.cnn.line" : "figures.cnn.partialLine",
                Numbers.percent(cnn.accuracy(), 1),
                images(cnn));
    }

    /** A line at its accuracy. */
    public static Reference reference(CnnReference cnn, SourceRun source) {
        return new Reference(line(cnn), cnn.accuracy())
                .from(Texts.text("figures.cnn.alone"), source);
    }

    /** Under the figure: "CNN · 1000 images", "CNN · first 91 of 1000". */
    public static String caption(CnnReference cnn) {
        return Texts.text(
                cnn.isWhole() ? "figures.cnn.caption" : "figures.cnn.partialCaption", images(cnn));
    }

    private static String images(CnnReference cnn) {
        return cnn.isWhole()
                ? Texts.counted("figures.images", cnn.images())
                : Texts.text(
                        "figures.cnn.first",
                        Numbers.count(cnn.images()),
                        Numbers.count(cnn.total()));
    }
}
