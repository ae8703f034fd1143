/** The evaluation of a CNN. */
@NullMarked
package org.eccexplorer.network.forward;

import org.jspecify.annotations.NullMarked;
