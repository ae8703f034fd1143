/** What a user can cause: typed problems that say what, where, why and what to do. */
@NullMarked
package org.eccexplorer.problem;

import org.jspecify.annotations.NullMarked;
