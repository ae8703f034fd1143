/** The state of a window, without any scene: settings, runs, selection, playback. */
@NullMarked
package org.eccexplorer.ui.state;

import org.jspecify.annotations.NullMarked;
