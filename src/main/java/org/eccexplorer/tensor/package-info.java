/** Shapes and the dense matrix products, with a scalar reference beside each fast path. */
@NullMarked
package org.eccexplorer.tensor;

import org.jspecify.annotations.NullMarked;
