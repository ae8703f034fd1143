/** Converted networks as files for others: NIR, ONNX, scripts. */
@NullMarked
package org.eccexplorer.app.export;

import org.jspecify.annotations.NullMarked;
