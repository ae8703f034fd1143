/** What outlives the program: sessions, preferences, recovery after a crash. */
@NullMarked
package org.eccexplorer.app.session;

import org.jspecify.annotations.NullMarked;
