/** The page on one layer, and the strip of all layers. */
@NullMarked
package org.eccexplorer.ui.layer;

import org.jspecify.annotations.NullMarked;
