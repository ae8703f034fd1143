/** Files that models come in: read whole, checked, and never trusted. */
@NullMarked
package org.eccexplorer.container;

import org.jspecify.annotations.NullMarked;
