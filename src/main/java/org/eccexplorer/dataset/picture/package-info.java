/** Pictures as arrays: decoded, upright, in plain colours, of the size a network takes. */
@NullMarked
package org.eccexplorer.dataset.picture;

import org.jspecify.annotations.NullMarked;
