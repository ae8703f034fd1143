/** What is gathered of the activations of a layer, and λ from it. */
@NullMarked
package org.eccexplorer.convert.lambda;

import org.jspecify.annotations.NullMarked;
