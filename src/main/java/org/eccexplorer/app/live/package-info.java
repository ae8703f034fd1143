/**
 * Runs that are watched while they go on: in order on a background thread, with a preview by the
 * closed form.
 */
@NullMarked
package org.eccexplorer.app.live;

import org.jspecify.annotations.NullMarked;
