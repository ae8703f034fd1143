/** The window itself: its parts put together. */
@NullMarked
package org.eccexplorer.ui.window;

import org.jspecify.annotations.NullMarked;
