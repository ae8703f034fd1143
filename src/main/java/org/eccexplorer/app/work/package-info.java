/** Threads, order and cancellation. What jobs are made of. */
@NullMarked
package org.eccexplorer.app.work;

import org.jspecify.annotations.NullMarked;
