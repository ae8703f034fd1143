package org.eccexplorer.report;

import org.eccexplorer.plot.Chart;
import org.eccexplorer.text.Texts;

/** What stands at figures and tables. */
final class Captions {
    /** A table of at most so many rows stays on one page. */
    static final int SHORT = 24;

    private Captions() {}

    /** A title, and what is to be known to read what it is the title of. */
    record Caption(String title, String notes) {}

    static Caption of(Chart chart) {
        return new Caption(chart.title() + ".", chart.subtitle());
    }

    static String figure(int number) {
        return Texts.text("report.figure", number);
    }

    static String table(int number) {
        return Texts.text("report.table", number);
    }
}
