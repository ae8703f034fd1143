/** Networks to measure the simulator with, and what a measurement asks of memory. */
@NullMarked
package org.eccexplorer.app.bench;

import org.jspecify.annotations.NullMarked;
