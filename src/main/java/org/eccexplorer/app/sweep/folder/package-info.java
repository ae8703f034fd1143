/**
 * The folder of a sweep: runs kept as they end, gone on with at will, put together from many
 * machines.
 */
@NullMarked
package org.eccexplorer.app.sweep.folder;

import org.jspecify.annotations.NullMarked;
