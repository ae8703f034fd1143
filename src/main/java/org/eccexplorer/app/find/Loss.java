package org.eccexplorer.app.find;

/**
 * What is expected to be lost against the CNN on images that nobody was trained on, in points of
 * accuracy, see {@link Unseen}.
 *
 * @param least with 95 chances in 100 it is no less
 * @param most with 95 chances in 100 it is no more
 */
public record Loss(double least, double expected, double most) {
    /** Of what was not tried. */
    static final Loss NONE = new Loss(0, 0, 0);
}
