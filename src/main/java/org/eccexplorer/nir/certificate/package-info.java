/** What readers of NIR make of a network: their rules, simulated, and how far counts differ. */
@NullMarked
package org.eccexplorer.nir.certificate;

import org.jspecify.annotations.NullMarked;
