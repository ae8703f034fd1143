/** The command that measures speed. */
@NullMarked
package org.eccexplorer.cli.bench;

import org.jspecify.annotations.NullMarked;
