package org.eccexplorer.ui.window;

import org.eccexplorer.ui.desk.Workbench;

/**
 * What room a window has.
 *
 * @param width in pixels; 0 before it is known
 * @param height in pixels; 0 before it is known
 * @param textSize 1 is the usual size of text
 */
record WindowRoom(double width, double height, double textSize) {
    /** Below this height the cards of the techniques do without their sentences. */
    private static final double HIGH = 800;

    /** Below this one there is no introduction. */
    private static final double INTRODUCED = 520;

    /** Whether both sides have a place beside the middle. */
    boolean isWide() {
        return width == 0 || width > Workbench.WIDE * textSize;
    }

    /** Whether cards are to be brief. */
    boolean isLow() {
        return height < HIGH * textSize;
    }

    /** Whether an introduction leaves results enough. */
    boolean hasIntroduction() {
        return height == 0 || height > INTRODUCED * textSize;
    }
}
