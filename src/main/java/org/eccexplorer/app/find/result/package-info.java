/** What a search found, how it stands, and what is known of settings already; their files. */
@NullMarked
package org.eccexplorer.app.find.result;

import org.jspecify.annotations.NullMarked;
