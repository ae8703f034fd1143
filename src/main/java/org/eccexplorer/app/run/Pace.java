package org.eccexplorer.app.run;

import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How fast images are done, as people say it: how many a second, or how long one takes. */
public final class Pace {
    private Pace() {}

    /** For so many images in so many seconds: "350 images/s", "3.4 images/s", "1.4 s per image". */
    public static String text(int images, double seconds) {
        double rate = images / seconds;
        if (images == 0 || !Double.isFinite(rate)) {
            return Texts.text("app.run.pace.unknown");
        }
        return rate < 1
                ? Texts.text("app.run.pace.slow", rounded(1 / rate))
                : Texts.text("app.run.pace", rounded(rate));
    }

    private static String rounded(double value) {
        return Numbers.fixed(value, value < 9.95 ? 1 : 0);
    }
}
