/** Sweeps: many runs by one plan, on this machine or on many; stopped and gone on with at will. */
@NullMarked
package org.eccexplorer.app.sweep;

import org.jspecify.annotations.NullMarked;
