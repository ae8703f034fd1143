"""Trains ResNet-20 (He et al. 2016, section 4.2) on CIFAR-10 and saves it.

    python train.py DATA OUT [EPOCHS]

DATA is the folder of CIFAR-10's binary version (data_batch_1.bin to data_batch_5.bin and
test_batch.bin); OUT gets cifar10-resnet20.keras. Where the width changes, the shortcut is a 1 × 1
convolution of stride 2 with batch normalisation. The accuracy printed at the end is that of the
saved file, loaded again. Training is not bit-for-bit repeatable on several cores;
32 epochs took 39 minutes on two cores of an AMD EPYC.
"""

import sys
from pathlib import Path

import keras
from keras import layers

sys.path.append(str(Path(__file__).resolve().parents[1] / "cifar10"))
import cifar10


def normalised(x, width, size, stride, name):
    x = layers.Conv2D(width, size, stride, padding="same", use_bias=False, name=name)(x)
    return layers.BatchNormalization(name=f"{name}_bn")(x)


def network():
    image = layers.Input((32, 32, 3))
    x = layers.ReLU(name="conv1_relu")(normalised(image, 16, 3, 1, "conv1"))
    for stage, width in enumerate((16, 32, 64), 2):
        for block in range(1, 4):
            name = f"block{stage}_{block}"
            stride = 2 if stage > 2 and block == 1 else 1
            y = layers.ReLU(name=f"{name}_a_relu")(normalised(x, width, 3, stride, f"{name}_a"))
            y = normalised(y, width, 3, 1, f"{name}_b")
            if stride == 2:
                x = normalised(x, width, 1, stride, f"{name}_shortcut")
            x = layers.ReLU(name=f"{name}_relu")(layers.Add(name=f"{name}_add")([x, y]))
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Softmax(name="softmax")(layers.Dense(10, name="logits")(x))
    return keras.Model(image, x, name="cifar10_resnet20")


if __name__ == "__main__":
    cifar10.main(network, epochs=32, peak=0.1, decay=3e-3)
