"""Writes one model in parts: architecture and weights apart, sharded, as a folder, and what Keras answers.

    python keras_parts.py src/test/resources/org/eccexplorer/keras/parts

Written with Keras 3.15, TensorFlow 2.21 and h5py 3.14.
"""

import shutil
import sys
from pathlib import Path

import h5py
import keras
import numpy as np
from keras import layers as L

target = Path(sys.argv[1])
shutil.rmtree(target, ignore_errors=True)
target.mkdir(parents=True)
keras.utils.set_random_seed(11)
random = np.random.default_rng(11)
inner = keras.Sequential([L.Conv2D(5, 3, use_bias=False), L.BatchNormalization(), L.ReLU()], name="inner")
model = keras.Sequential(
    [keras.Input((8, 8, 2)), L.Conv2D(4, 3, activation="relu"), inner, L.Flatten(), L.Dense(24), L.ReLU(), L.Dense(3)]
)
for weight in model.weights:
    values = random.normal(0, 0.5, weight.shape)
    weight.assign(np.abs(values) + 0.3 if "variance" in weight.name else values)
images = random.normal(0, 1, (3, 8, 8, 2)).astype(np.float32)
np.savez_compressed(target / "io.npz", in0=images, out0=model.predict(images, verbose=0))
(target / "architecture.json").write_text(model.to_json())
model.save(target / "whole.keras")
model.save(target / "unpacked", zipped=False)
model.save_weights(target / "model.weights.h5")
model.save_weights(target / "sharded.weights.json", max_shard_size=8.2e-6)
# What Keras 2 wrote with save_weights: the group model_weights of a whole model, by itself.
model.save(target / "whole.h5")
with h5py.File(target / "whole.h5") as whole, h5py.File(target / "legacy.h5", "w") as legacy:
    for key, value in whole["model_weights"].attrs.items():
        legacy.attrs[key] = value
    for name in whole["model_weights"]:
        whole.copy(whole["model_weights"][name], legacy, name)
(target / "whole.h5").unlink()
