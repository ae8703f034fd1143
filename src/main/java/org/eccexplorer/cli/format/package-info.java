/** What {@code ecc export} can write: one class per format. */
@NullMarked
package org.eccexplorer.cli.format;

import org.jspecify.annotations.NullMarked;
