/** Two runs side by side. */
@NullMarked
package org.eccexplorer.ui.compare;

import org.jspecify.annotations.NullMarked;
