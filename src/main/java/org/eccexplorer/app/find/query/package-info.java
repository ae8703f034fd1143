/** What a search is asked: what may vary, what is made least, and what may be lost. */
@NullMarked
package org.eccexplorer.app.find.query;

import org.jspecify.annotations.NullMarked;
