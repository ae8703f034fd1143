/** A report as a document of sections, texts, tables and charts; written as HTML and as PDF. */
@NullMarked
package org.eccexplorer.report;

import org.jspecify.annotations.NullMarked;
