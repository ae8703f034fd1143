package org.eccexplorer.app.run;

import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How fast images are done, as people say it: how many a second, or how long one takes. */
public final class Pace {
    private static final int MINUTE = 60;

    private Pace() {}

    /** For so many images in so many seconds: "350 images/s", "3.4 images/s", "1.4 s an image". */
    public static String text(int images, double seconds) {
        double rate = images / seconds;
        if (images == 0 || !Double.isFinite(rate)) {
            return Texts.text("app.run.pace.unknown");
        }
        return rate < 1
                ? Texts.text("app.run.pace.slow", rounded(1 / rate))
                : Texts.text("app.run.pace", rounded(rate));
    }

    /**
     * How long a run still takes at this pace: "8 s left", "12 min left", "2 h 1 min left"; empty
     * before it can be told, and when nothing is left.
     */
    public static String left(int images, int total, double seconds) {
        if (images == 0 || images >= total || !(seconds > 0)) {
            return "";
        }
        return Texts.text("app.run.pace.left", duration((total - images) * seconds / images));
    }

    /** Both: "1.4 s an image · 3 min left"; the pace alone where nothing is left. */
    public static String whole(int images, int total, double seconds) {
        String left = left(images, total, seconds);
        String pace = text(images, seconds);
        return left.isEmpty() ? pace : Texts.text("app.run.pace.whole", pace, left);
    }

    /** So long: "8 s", "12 min", "2 h 1 min". */
    public static String duration(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < MINUTE) {
            return Texts.text("app.run.pace.seconds", Numbers.count(whole));
        }
        long minutes = Math.round(seconds / MINUTE);
        if (minutes < MINUTE) {
            return Texts.text("app.run.pace.minutes", Numbers.count(minutes));
        }
        return Texts.text(
                "app.run.pace.hours",
                Numbers.count(minutes / MINUTE),
                Numbers.count(minutes % MINUTE));
    }

    private static String rounded(double value) {
        return Numbers.fixed(value, value < 9.95 ? 1 : 0);
    }
}
