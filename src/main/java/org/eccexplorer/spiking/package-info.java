/** A spiking network: layers of neurons and the synapses between them, however it was made. */
@NullMarked
package org.eccexplorer.spiking;

import org.jspecify.annotations.NullMarked;
