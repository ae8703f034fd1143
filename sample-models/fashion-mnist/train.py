"""Trains the sample CNN on Fashion-MNIST, saves it, and measures it after loading it again.

    python train.py DATA OUT [EPOCHS]

DATA is the folder with the four IDX files of Fashion-MNIST (gzipped or not); OUT gets
fashion-cnn.keras. The bundled weights came from such a run of three epochs; training is not
bit-for-bit repeatable, so a new run gives a model that differs a little. It took about a minute on
two cores of an AMD EPYC.
"""

import gzip
import sys
import time
from pathlib import Path

import keras
import numpy as np
from keras import layers


def idx(path):
    raw = path.read_bytes() if path.exists() else gzip.decompress(Path(f"{path}.gz").read_bytes())
    rank = raw[3]
    sizes = np.frombuffer(raw, ">u4", rank, offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * rank).reshape(sizes)


def images(path):
    return idx(path)[..., None].astype(np.float32) / 255


data, out = Path(sys.argv[1]), Path(sys.argv[2])
epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
keras.utils.set_random_seed(1)
x, y = images(data / "train-images-idx3-ubyte"), idx(data / "train-labels-idx1-ubyte")
x_test, y_test = images(data / "t10k-images-idx3-ubyte"), idx(data / "t10k-labels-idx1-ubyte")


def block(name, layer):
    return [
        layer,
        layers.BatchNormalization(name=f"{name}_bn"),
        layers.Activation("relu", name=f"{name}_relu"),
    ]


model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),
        *block("conv1_1", layers.Conv2D(32, 3, padding="same", name="conv1_1_conv")),
        layers.AveragePooling2D(2, name="pool1"),
        layers.Dropout(0.2),
        *block("conv2_1", layers.Conv2D(64, 3, padding="same", name="conv2_1_conv")),
        layers.AveragePooling2D(2, name="pool2"),
        layers.Dropout(0.2),
        layers.Flatten(),
        *block("fc1", layers.Dense(128, name="fc1")),
        layers.Dropout(0.4),
        layers.Dense(10, name="logits"),
        layers.Activation("softmax", name="softmax"),
    ]
)
batch = 128
steps = epochs * -(-len(x) // batch)
model.compile(
    keras.optimizers.SGD(
        keras.optimizers.schedules.CosineDecay(0.05, steps), momentum=0.9, nesterov=True
    ),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
start = time.time()
model.fit(x, y, batch_size=batch, epochs=epochs, verbose=2)
out.mkdir(parents=True, exist_ok=True)
model.save(out / "fashion-cnn.keras")
saved = keras.models.load_model(out / "fashion-cnn.keras")
accuracy = saved.evaluate(x_test, y_test, verbose=0)[1]
print(f"{time.time() - start:.0f} s; accuracy of the saved model on 10,000 images: {accuracy:.4f}")
