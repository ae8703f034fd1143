package org.eccexplorer.app.find.trial;

/**
 * What is expected to be lost against the CNN on images that nobody was trained on, in points of
 * accuracy, see {@link Unseen}.
 *
 * @param least it is no less, with 95 chances in 100 for all settings of the last round together
 * @param most likewise it is no more
 */
public record Loss(double least, double expected, double most) {
    /** Of what was not tried. */
    public static final Loss NONE = new Loss(0, 0, 0);
}
