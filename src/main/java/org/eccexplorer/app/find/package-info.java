/**
 * Finding a setting: what may vary, the race on calibration images, and the check of its winners.
 */
@NullMarked
package org.eccexplorer.app.find;

import org.jspecify.annotations.NullMarked;
