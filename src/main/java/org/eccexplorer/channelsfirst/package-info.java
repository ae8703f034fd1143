/** Networks from graphs of channels-first tensors: what the readers of PyTorch and ONNX share. */
@NullMarked
package org.eccexplorer.channelsfirst;

import org.jspecify.annotations.NullMarked;
