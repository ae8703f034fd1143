/** Settings as text files in YAML, read with their lines, so that a fault has a place. */
@NullMarked
package org.eccexplorer.yaml;

import org.jspecify.annotations.NullMarked;
