/** The race of settings by successive halving, and what it brings in. */
@NullMarked
package org.eccexplorer.app.find.race;

import org.jspecify.annotations.NullMarked;
