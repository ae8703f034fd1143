package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;

/** A line of a terminal that is written over itself. */
final class TerminalLine {
    private static final int WIDTH = 28;

    private final PrintWriter err;
    private int shown;

    TerminalLine(PrintWriter err) {
        this.err = err;
    }

    /** Whether somebody sees a line that is written over itself. */
    // The console may still be null, where the JVM was told to have none.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isOnTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /**
     * What fills as something is done.
     *
     * @param share from 0 to 1
     */
    static String bar(double share) {
        int filled = (int) (WIDTH * share);
        return "=".repeat(filled) + " ".repeat(WIDTH - filled);
    }

    /** Shows a text in place of the one before, of which nothing is left. */
    void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(1, shown - text.length())));
        err.flush();
        shown = text.length();
    }

    /** Takes the line away. */
    void end() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }
}
