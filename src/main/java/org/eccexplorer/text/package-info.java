/** What users read: every text in one file, every number in one format. */
@NullMarked
package org.eccexplorer.text;

import org.jspecify.annotations.NullMarked;
