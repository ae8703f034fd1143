/**
 * NIR, the interchange format of neuromorphic tools: its graphs, read and written, and what becomes
 * of a spiking network in one. See docs/nir.md.
 */
@NullMarked
package org.eccexplorer.nir;

import org.jspecify.annotations.NullMarked;
