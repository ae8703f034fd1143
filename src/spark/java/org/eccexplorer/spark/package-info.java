/** Sweeps on Apache Spark: the runs of a plan as tasks of a cluster, or of this machine. */
@NullMarked
package org.eccexplorer.spark;

import org.jspecify.annotations.NullMarked;
