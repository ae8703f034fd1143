/** What charts and tables say of a search for a setting. */
@NullMarked
package org.eccexplorer.figures.find;

import org.jspecify.annotations.NullMarked;
