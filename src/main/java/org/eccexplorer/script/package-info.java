/** Converted networks as scripts for other simulators. */
@NullMarked
package org.eccexplorer.script;

import org.jspecify.annotations.NullMarked;
