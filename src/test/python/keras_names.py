"""Writes models whose layers have names outside ASCII, and what Keras answers on them.

    KERAS_BACKEND=torch python keras_names.py src/test/resources/org/eccexplorer/keras/corpus

Written with Keras 3.15 on PyTorch 2.13 (TensorFlow refuses such names when it computes) and h5py 3.14.
In names_of_fixed_length.h5 the lists of names are stored as Keras 2 stores them.
"""

import shutil
import sys
from pathlib import Path

import h5py
import keras
import numpy as np
from keras import layers as L

target = Path(sys.argv[1])
random = np.random.default_rng(11)
x = image = keras.Input((6, 6, 1), name="bild_größe")
x = L.Conv2D(2, 3, name="卷积")(x)
x = L.BatchNormalization(name="норма")(x)
x = L.ReLU(name="活性")(x)
x = L.Flatten(name="flach")(x)
inner = keras.Sequential([keras.Input((32,)), L.Dense(5, activation="relu", name="größe")], name="kopf_ü")
x = L.Dense(3, activation="softmax", name="größe")(inner(x))
model = keras.Model(image, x, name="größe_netz")
for weight in model.weights:
    weight.assign(np.abs(random.normal(0, 0.5, weight.shape)) + 0.1)
images = random.normal(0, 1, (3, 6, 6, 1)).astype(np.float32)
outputs = model.predict(images, verbose=0)
for name in ["names_outside_ascii.keras", "names_outside_ascii.h5", "names_of_fixed_length.h5"]:
    if not name.startswith("names_of"):
        model.save(target / name)
    else:
        shutil.copy(target / "names_outside_ascii.h5", target / name)
        with h5py.File(target / name, "a") as file:
            groups = [file["model_weights"], *file["model_weights"].values()]
            for group in groups:
                for key in ("layer_names", "weight_names"):
                    if key in group.attrs and len(group.attrs[key]):
                        names = [n if isinstance(n, bytes) else n.encode() for n in group.attrs[key]]
                        del group.attrs[key]
                        group.attrs[key] = np.array(names)
    np.savez_compressed(target / f"{name}.io.npz", in0=images, out0=outputs)
