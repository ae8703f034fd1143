/**
 * The runs of a plan: what each is of, doing one, and the engines that do many, here or on a
 * cluster.
 */
@NullMarked
package org.eccexplorer.app.sweep.run;

import org.jspecify.annotations.NullMarked;
