/** One run: its settings, its preparation, its jobs, by simulation and by closed form. */
@NullMarked
package org.eccexplorer.app.run;

import org.jspecify.annotations.NullMarked;
