"""Trains a small VGG with batch normalisation and average pooling on CIFAR-10 and saves it.

    python train.py DATA OUT [EPOCHS]

DATA is the folder of CIFAR-10's binary version (data_batch_1.bin to data_batch_5.bin and
test_batch.bin); OUT gets cifar10-vgg.keras. The accuracy printed at the end is that of the saved
file, loaded again. Training is not bit-for-bit repeatable on several cores;
32 epochs took 39 minutes on two cores of an AMD EPYC.
"""

import sys
from pathlib import Path

import keras
from keras import layers

sys.path.append(str(Path(__file__).resolve().parents[1] / "cifar10"))
import cifar10


def network():
    model = [layers.Input((32, 32, 3))]
    for stage, (width, convolutions) in enumerate([(40, 2), (80, 2), (160, 2), (256, 1)], 1):
        for index in range(1, convolutions + 1):
            name = f"conv{stage}_{index}"
            model += [
                layers.Conv2D(width, 3, padding="same", use_bias=False, name=name),
                layers.BatchNormalization(name=f"{name}_bn"),
                layers.ReLU(name=f"{name}_relu"),
            ]
        model.append(layers.AveragePooling2D(2, name=f"pool{stage}"))
    model += [
        layers.GlobalAveragePooling2D(name="pool"),
        layers.Dense(10, name="logits"),
        layers.Softmax(name="softmax"),
    ]
    return keras.Sequential(model, name="cifar10_vgg")


if __name__ == "__main__":
    cifar10.main(network, epochs=32, peak=0.1, decay=5e-3)
