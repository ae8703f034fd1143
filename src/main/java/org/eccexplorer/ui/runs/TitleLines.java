package org.eccexplorer.ui.runs;

/** Titles of columns where there is little room. */
final class TitleLines {
    /** Shorter ones need no second line. */
    private static final int LONG = 9;

    private TitleLines() {}

    /** A long title with its line broken at the space that leaves the shortest lines. */
    static String two(String title) {
        if (title.length() < LONG) {
            return title;
        }
        int best = -1;
        for (int at = title.indexOf(' '); at >= 0; at = title.indexOf(' ', at + 1)) {
            if (best < 0 || longer(title, at) < longer(title, best)) {
                best = at;
            }
        }
        return best < 0 ? title : title.substring(0, best) + "\n" + title.substring(best + 1);
    }

    private static int longer(String title, int at) {
        return Math.max(at, title.length() - at - 1);
    }
}
