/** Operations and energy of a CNN and an SNN, by named models. */
@NullMarked
package org.eccexplorer.measure.energy;

import org.jspecify.annotations.NullMarked;
