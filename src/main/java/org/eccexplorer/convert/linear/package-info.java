/** Linear maps between activations, and their composition. */
@NullMarked
package org.eccexplorer.convert.linear;

import org.jspecify.annotations.NullMarked;
