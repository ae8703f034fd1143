/** A lesson in use: its tiny networks, its bundled network, what was answered. */
@NullMarked
package org.eccexplorer.app.lesson;

import org.jspecify.annotations.NullMarked;
