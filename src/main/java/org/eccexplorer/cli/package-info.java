/** The command line. */
@NullMarked
package org.eccexplorer.cli;

import org.jspecify.annotations.NullMarked;
