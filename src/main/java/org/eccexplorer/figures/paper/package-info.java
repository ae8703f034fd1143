/** The figures and the table of the ECC paper, of any network. */
@NullMarked
package org.eccexplorer.figures.paper;

import org.jspecify.annotations.NullMarked;
