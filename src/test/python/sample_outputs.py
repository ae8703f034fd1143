"""Writes what Keras itself answers on the sample's 1,000 test images.

    python sample_outputs.py sample-models/fashion-mnist OUT.npz

keras: outputs of the .keras file; h5: of the .h5 file; logits: before the softmax. Written with
TensorFlow 2.21 and Keras 3.15.
"""

import gzip
import sys
from pathlib import Path

import keras
import numpy as np

folder, target = Path(sys.argv[1]), sys.argv[2]
raw = gzip.decompress((folder / "test-images-idx3-ubyte.gz").read_bytes())
images = np.frombuffer(raw, np.uint8, offset=16).reshape(-1, 28, 28, 1).astype(np.float32) / 255
model = keras.models.load_model(folder / "fashion-cnn.keras", compile=False)
old = keras.models.load_model(folder / "fashion-cnn.h5", compile=False)
logits = keras.Model(model.inputs, model.layers[-2].output)
np.savez_compressed(
    target,
    keras=model.predict(images, verbose=0),
    h5=old.predict(images, verbose=0),
    logits=logits.predict(images, verbose=0),
)
