/** The explorer: the window in which a conversion is seen, live. */
@NullMarked
package org.eccexplorer.ui.explorer;

import org.jspecify.annotations.NullMarked;
