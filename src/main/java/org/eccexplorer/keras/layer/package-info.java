/** One reader for each kind of Keras layer. */
@NullMarked
package org.eccexplorer.keras.layer;

import org.jspecify.annotations.NullMarked;
