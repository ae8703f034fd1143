/** Where the weights of a Keras model are kept. */
@NullMarked
package org.eccexplorer.keras.weights;

import org.jspecify.annotations.NullMarked;
