package org.eccexplorer.app.find;

import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.trial.Point;

/**
 * What a part of a setting buys: the setting without it, at the same T.
 *
 * @param axis what is as in the paper in place of it
 * @param with the whole setting
 * @param without the setting without that part
 */
public record Without(Axis axis, Point with, Point without) {

    /** The setting without that part. */
    public Candidate setting() {
        return without.setting();
    }
}
