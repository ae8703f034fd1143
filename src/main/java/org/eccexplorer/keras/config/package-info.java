/** The configuration of a Keras model as it is written: layers, arguments, calls. */
@NullMarked
package org.eccexplorer.keras.config;

import org.jspecify.annotations.NullMarked;
