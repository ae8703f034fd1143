/** The window without a display: pictures and measurements. */
@NullMarked
package org.eccexplorer.ui.offscreen;

import org.jspecify.annotations.NullMarked;
