/** The page on one neuron. */
@NullMarked
package org.eccexplorer.ui.neuron;

import org.jspecify.annotations.NullMarked;
