/** Spikes, potentials and currents of watched neurons, and the files they are written to. */
@NullMarked
package org.eccexplorer.trace;

import org.jspecify.annotations.NullMarked;
