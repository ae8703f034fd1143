"""What the two CIFAR-10 training scripts share: reading, augmentation, the schedule, measuring.

Expects CIFAR-10's binary version: data_batch_1.bin to data_batch_5.bin and test_batch.bin.
"""

import sys
import time
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

BATCH = 128


def batches(folder, names):
    rows = np.concatenate([np.fromfile(folder / name, np.uint8).reshape(-1, 3073) for name in names])
    pixels = rows[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    return pixels.astype(np.float32) / 255, rows[:, 0].astype(np.int64)


def shifted(images, labels):
    """A batch moved by up to four pixels, filled by reflection, and mirrored at random."""
    padded = tf.pad(images, [[0, 0], [4, 4], [4, 4], [0, 0]], "REFLECT")
    count = tf.shape(images)[0]
    top = tf.random.uniform([count, 1], 0, 9, tf.int32) + tf.range(32)[None]
    left = tf.random.uniform([count, 1], 0, 9, tf.int32) + tf.range(32)[None]
    mirror = tf.random.uniform([count, 1]) < 0.5
    left = tf.where(mirror, left[:, ::-1], left)
    rows = tf.gather(padded, top, axis=1, batch_dims=1)
    return tf.gather(rows, left, axis=2, batch_dims=1), labels


def train(model, data, out, epochs, peak, decay):
    x, y = batches(data, [f"data_batch_{i}.bin" for i in range(1, 6)])
    x_test, y_test = batches(data, ["test_batch.bin"])
    steps = len(x) // BATCH
    examples = (
        tf.data.Dataset.from_tensor_slices((x, tf.one_hot(y, 10)))
        .shuffle(len(x), reshuffle_each_iteration=True)
        .batch(BATCH, drop_remainder=True)
        .map(shifted)
        .prefetch(4)
    )
    warm = 2 * steps
    schedule = keras.optimizers.schedules.CosineDecay(
        peak / 20, epochs * steps - warm, warmup_target=peak, warmup_steps=warm
    )
    optimizer = keras.optimizers.SGD(schedule, momentum=0.9, nesterov=True, weight_decay=decay)
    optimizer.exclude_from_weight_decay(var_names=["gamma", "beta", "bias"])
    model.compile(
        optimizer,
        loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
        metrics=["accuracy"],
    )
    start = time.time()
    model.fit(examples, epochs=epochs, verbose=2)
    minutes = (time.time() - start) / 60
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"{model.name.replace('_', '-')}.keras"
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.save(file)
    saved = keras.models.load_model(file)
    for count in (1000, len(x_test)):
        accuracy = saved.evaluate(x_test[:count], y_test[:count], verbose=0)[1]
        print(f"accuracy of the saved file on the first {count} test images: {accuracy:.4f}")
    print(f"{model.count_params()} parameters; {epochs} epochs in {minutes:.0f} minutes")


def main(network, epochs, peak, decay):
    """DATA OUT [EPOCHS] from the command line."""
    keras.utils.set_random_seed(1)
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else epochs
    train(network(), Path(sys.argv[1]), Path(sys.argv[2]), epochs, peak, decay)
