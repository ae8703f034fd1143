/** The options that several commands share. */
@NullMarked
package org.eccexplorer.cli.arguments;

import org.jspecify.annotations.NullMarked;
