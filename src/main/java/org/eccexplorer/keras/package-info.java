/**
 * Reads models that Keras saved: .h5 of Keras 2 and 3, and .keras archives. A model is data:
 * nothing in it is ever executed, no name in it is resolved to code, and no other file is opened
 * but the weights that the user or an index of weights names.
 */
@NullMarked
package org.eccexplorer.keras;

import org.jspecify.annotations.NullMarked;
