/** The outputs of images after each timestep, and the ways to read a class from them. */
@NullMarked
package org.eccexplorer.measure.votes;

import org.jspecify.annotations.NullMarked;
