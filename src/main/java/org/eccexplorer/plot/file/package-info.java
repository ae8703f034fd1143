/** Charts as files: SVG, PDF, PNG, CSV. */
@NullMarked
package org.eccexplorer.plot.file;

import org.jspecify.annotations.NullMarked;
