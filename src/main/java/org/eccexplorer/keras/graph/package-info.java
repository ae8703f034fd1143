/** The graph of a Keras model: which layer is fed by which. */
@NullMarked
package org.eccexplorer.keras.graph;

import org.jspecify.annotations.NullMarked;
