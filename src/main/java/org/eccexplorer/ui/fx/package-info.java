/** JavaFX pieces that know nothing of spiking networks. */
@NullMarked
package org.eccexplorer.ui.fx;

import org.jspecify.annotations.NullMarked;
