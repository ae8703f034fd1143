/**
 * Use cases shared by the window and the command line: opening, calibrating, running, comparing.
 */
@NullMarked
package org.eccexplorer.app;

import org.jspecify.annotations.NullMarked;
