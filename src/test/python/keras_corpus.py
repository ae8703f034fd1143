"""Writes small models with every option that the importer reads, and what Keras answers on them.

    python keras_corpus.py src/test/resources/org/eccexplorer/keras/corpus [keras|tf_keras [NAME…]]

For each model NAME.keras and NAME.h5, each with NAME.….io.npz (in0, out0). Written with Keras 3.15,
TensorFlow 2.21 and h5py 3.14; those in the folder keras2 with tf_keras 2.21, which is Keras 2. With
names only these models are written.
"""

import importlib
import sys
from pathlib import Path

import numpy as np

library = sys.argv[2] if len(sys.argv) > 2 else "keras"
keras = importlib.import_module(library)
L = keras.layers
keras2 = library == "tf_keras"
only = set(sys.argv[3:])
target = Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(7)


def randomise(model):
    """Gives every weight a value of its own."""
    for weight in model.weights:
        if "float" not in str(weight.dtype):
            continue
        path = getattr(weight, "path", weight.name)
        values = random.normal(0, 0.5, weight.shape)
        if "variance" in path:
            values = np.abs(values) + 0.3
        if "gamma" in path:
            values = np.abs(values) + 0.5
        weight.assign(values)


def save(name, model, kinds=("keras", "h5")):
    """Saves the model and what it answers."""
    if only and name not in only:
        return
    if keras2 and "h5" in kinds and not name.startswith(("nested", "oper", "prepared", "batch")):
        kinds = ("h5",)  # its archives differ little from those of Keras 3
    randomise(model)
    for layer in model.layers:
        if isinstance(layer, L.Normalization):
            layer.finalize_state()
    images = random.normal(0, 1, (3, *model.input_shape[1:])).astype(np.float32)
    for kind in kinds:
        model.save(target / f"{name}.{kind}")
    outputs = model.predict(images, verbose=0)
    if "keras" in kinds and not keras2:  # not every .h5 that it writes can Keras read again
        read = keras.models.load_model(target / f"{name}.keras", compile=False)
        assert np.array_equal(read.predict(images, verbose=0), outputs), name
    outputs = np.asarray(outputs[0] if isinstance(outputs, list) else outputs, np.float32)
    assert np.abs(outputs).max() > 0.01, name
    for kind in kinds:
        np.savez_compressed(target / f"{name}.{kind}.io.npz", in0=images, out0=outputs)
    print(name, outputs.shape)


def functional(name, shape, body, **options):
    image = keras.Input(shape)
    save(name, keras.Model(image, body(image)), **options)


def sequential(name, shape, *layers, **options):
    save(name, keras.Sequential([keras.Input(shape), *layers]), **options)


sequential(
    "convolutions",
    (11, 9, 4),
    L.Conv2D(6, (3, 2), strides=2, padding="same", activation="relu"),
    L.Conv2D(8, 3, padding="same", dilation_rate=2, use_bias=False, activation="relu6"),
    L.Conv2D(4, 2, groups=2, padding="valid", activation=None),
    L.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=3, activation="relu"),
    L.SeparableConv2D(5, 2, depth_multiplier=2, activation="relu"),
    L.Flatten(),
    L.Dense(4, use_bias=False, activation="softmax"),
)
sequential(
    "separable_dilated",
    (9, 9, 3),
    L.SeparableConv2D(4, 3, dilation_rate=2, padding="same", use_bias=False),
    L.DepthwiseConv2D((2, 3), dilation_rate=2, use_bias=False),
    L.Flatten(),
)
sequential(
    "batch_normalisation",
    (5, 5, 3),
    L.Conv2D(4, 3, use_bias=False),
    L.BatchNormalization(scale=False),
    L.ReLU(),
    L.BatchNormalization(center=False, epsilon=0.1),
    L.Conv2D(4, 1),
    L.BatchNormalization(scale=False, center=False, axis=3),
    L.ReLU(max_value=1.5),
    L.Flatten(),
    L.Dense(3),
    L.BatchNormalization(axis=1),
)
sequential(
    "poolings",
    (11, 8, 2),
    L.AveragePooling2D(3, strides=2, padding="same"),
    L.MaxPooling2D((2, 1), padding="same"),
    L.AveragePooling2D((1, 2)),
    L.MaxPooling2D(2, strides=1),
    L.Dense(3, activation="relu"),
    L.GlobalAveragePooling2D(keepdims=True),
    L.Conv2D(4, 1),
    L.GlobalMaxPooling2D(),
)
sequential(
    "sequence",
    (20, 3),
    L.Conv1D(4, 3, padding="causal", dilation_rate=2, activation="relu"),
    L.ZeroPadding1D((1, 2)),
    L.SeparableConv1D(5, 3, depth_multiplier=2),
    L.Cropping1D((2, 1)),
    L.UpSampling1D(2),
    L.AveragePooling1D(3, strides=2, padding="same"),
    L.DepthwiseConv1D(2, depth_multiplier=2, activation="relu"),
    L.SpatialDropout1D(0.1),
    L.MaxPooling1D(2),
    L.BatchNormalization(),
    L.Conv1D(6, 2, strides=2, padding="same", groups=2),
    L.GlobalAveragePooling1D(),
    L.Dense(2),
)
sequential(
    "sequence_dense",
    (6, 3),
    L.Dense(4, activation="relu"),
    L.GlobalMaxPooling1D(keepdims=True),
    L.Flatten(),
)
sequential(
    "rearrangements",
    (6, 5, 2),
    L.ZeroPadding2D(((1, 0), (2, 3))),
    L.Cropping2D(((0, 2), (1, 1))),
    L.UpSampling2D((2, 3)),
    L.Permute((3, 1, 2)),
    L.Conv2D(4, 2),
    L.Reshape((-1, 2)),
    L.Permute((2, 1)),
    L.Flatten(),
    L.Reshape((3, -1, 4)),
    L.Conv2D(2, 2),
    L.ZeroPadding2D((2, 1)),
    L.Cropping2D((2, 1)),
    L.Flatten(),
    L.Dense(3),
)
sequential(
    "idle",
    (6, 6, 3),
    L.RandomFlip(),
    L.RandomRotation(0.1),
    L.RandomTranslation(0.1, 0.1),
    L.RandomZoom(0.1),
    L.RandomContrast(0.1),
    L.RandomBrightness(0.1),
    L.Rescaling([0.5, 1.0, 2.0], offset=[-1.0, 0.0, 1.0]),
    L.Conv2D(4, 3),
    L.SpatialDropout2D(0.1),
    L.GaussianNoise(0.1),
    L.GaussianDropout(0.1),
    L.ActivityRegularization(0.1),
    L.Activation("relu"),
    L.AlphaDropout(0.1),
    L.Identity(),
    L.Flatten(),
    L.Dropout(0.5),
    L.Dense(3),
    L.Activation("linear"),
    L.Softmax(),
    kinds=("keras",),  # Keras cannot save augmentation as .h5
)
sequential("normalization_given", (4, 4, 2), L.Normalization(mean=[1.0, -1.0], variance=[4.0, 0.25]), L.Flatten())
sequential("normalization_shared", (4, 4, 2), L.Normalization(axis=None, mean=0.5, variance=2.0), L.Flatten())
sequential("normalization_adapted", (4, 4, 2), L.Normalization(), L.Flatten())
sequential("normalization_adapted_shared", (4, 4, 2), L.Normalization(axis=None), L.Flatten())
sequential(
    "normalization_inverted",
    (4, 4, 2),
    L.Normalization(mean=[1.0, -1.0], variance=[4.0, 0.25], invert=True),
    L.Normalization(invert=True),
    L.Flatten(),
)
sequential("double", (5,), L.Dense(4, activation="relu", dtype="float64"), L.Dense(3, dtype="float64"))
sequential("half_bfloat", (5,), L.Dense(4, activation="relu", dtype="mixed_bfloat16"))
sequential("dense_only", (7,), L.Dense(6, activation="relu"), L.Dense(3, activation="softmax"))

# The archive numbers layers by class: the layer named "conv2d" lies at layers/conv2d_1.
sequential(
    "names_swapped",
    (5, 5, 1),
    L.Conv2D(2, 2, name="conv2d_1"),
    L.Conv2D(2, 2, name="conv2d"),
    L.Flatten(name="dense"),
    L.Dense(3, name="flatten"),
)

# TensorFlow cannot compute these on a processor; Keras 3 turns them round, Keras 2 does not.
# No layer below has as many filters as columns: then Keras 3.15 adds the bias to the columns.
if not keras2:
    first = keras.Input((3, 8, 6))
    planes = dict(data_format="channels_first")
    x = L.ZeroPadding2D(((1, 0), (0, 2)), **planes)(first)
    x = L.Conv2D(3, 3, strides=2, padding="same", **planes)(x)
    x = L.BatchNormalization(axis=1)(x)
    x = L.ReLU()(x)
    y = L.DepthwiseConv2D(3, padding="same", **planes)(x)
    x = L.Concatenate(axis=1)([x, y])
    x = L.Conv2D(6, 2, padding="same", **planes)(x)
    x = L.SeparableConv2D(6, 2, strides=2, **planes)(x)
    x = L.AveragePooling2D(2, strides=1, **planes)(x)
    x = L.UpSampling2D(2, **planes)(x)
    x = L.Permute((1, 3, 2))(x)
    x = L.Cropping2D(((0, 1), (1, 0)), **planes)(x)
    a = L.Flatten(data_format="channels_last")(x)
    b = L.Flatten(**planes)(x)
    c = L.Flatten()(L.Reshape((2, 3, -1))(x))
    d = L.GlobalAveragePooling2D(**planes)(x)
    e = L.Dense(5)(L.Concatenate()([a, b, c, d]))
    f = L.GlobalMaxPooling2D(**planes)(L.Conv2D(2, 1, **planes)(L.Reshape((5, 1, 1))(e)))
    save("channels_first", keras.Model(first, f))

    first = keras.Input((3, 12))
    x = L.Conv1D(4, 3, **planes)(first)
    x = L.MaxPooling1D(2, **planes)(x)
    x = L.Flatten(data_format="channels_last")(x)
    save("channels_first_sequence", keras.Model(first, L.Dense(2)(x)))

# Functional graphs: merges, operators, shared layers.
image = keras.Input((6, 6, 3), name="image")
shared = L.Conv2D(3, 3, padding="same", activation="relu", name="shared")
a = shared(image)
b = shared(a)
x = L.Add()([a, b, image])
x = L.Average()([x, a])
x = L.Subtract()([x, b])
x = L.Concatenate()([x, a, image])
x = L.GlobalAveragePooling2D()(x)
save("shared", keras.Model(image, L.Dense(2)(x)))

if keras2:
    import tensorflow as tf

    relu, relu6, mean = tf.nn.relu, tf.nn.relu6, tf.reduce_mean
    concatenate, reshape, maximum, clip = tf.concat, tf.reshape, tf.maximum, tf.clip_by_value
else:
    from keras import ops

    relu, relu6, mean = ops.relu, ops.relu6, ops.mean
    concatenate, reshape, maximum, clip = ops.concatenate, ops.reshape, ops.maximum, ops.clip

vector = keras.Input((6,), name="vector")
x = L.Dense(5)(vector)
y = L.Dense(5)(vector)
x = relu(2.0 * x + y - 0.5)
y = relu6(1 - y / 4)
z = -x + 3
save("operators", keras.Model(vector, L.Dense(2)((x - y) * 0.5 + z)))


def block(name, channels, kind):
    """A nested model with a frozen layer; its inner names are the same in every block."""
    layers = [
        L.Conv2D(channels, 3, padding="same", name="conv"),
        L.BatchNormalization(name="bn"),
        L.ReLU(name="relu"),
        L.Conv2D(channels, 1, name="frozen", trainable=False),
    ]
    if kind == "sequential":
        return keras.Sequential([keras.Input((6, 6, channels)), *layers], name=name)
    if kind == "lazy":
        return keras.Sequential(layers, name=name)
    start = keras.Input((6, 6, channels))
    x = start
    for layer in layers:
        x = layer(x)
    return keras.Model(start, x, name=name)


for kind in ("sequential", "lazy", "functional"):
    image = keras.Input((6, 6, 2))
    inner = block("inner", 2, kind)
    other = block("other", 2, "sequential")
    x = inner(image)
    x = L.Add()([inner(x), other(image)])
    x = L.Flatten()(x)
    save(f"nested_{kind}", keras.Model(image, L.Dense(3)(x)))
    # The nested model is itself the output, of its second call.
    image = keras.Input((6, 6, 2))
    inner = block("inner", 2, kind)
    save(f"nested_{kind}_output", keras.Model(image, inner(inner(image))))

# Two levels; the names inside are the same, so only whole paths tell the weights apart.
middle_in = keras.Input((6, 6, 2))
middle = keras.Model(
    middle_in,
    L.Add()([block("left", 2, "sequential")(middle_in), block("right", 2, "functional")(middle_in)]),
    name="middle",
)
save(
    "nested_twice",
    keras.Sequential([keras.Input((6, 6, 2)), middle, L.Flatten(), L.Dense(2)]),
    kinds=("keras",) if keras2 else ("keras", "h5"),  # Keras 2 gives two weights one name
)

# A nested model's inputs count in the order of its list of inputs, not of its layers.
p = keras.Input((4,), name="p")
q = keras.Input((4,), name="q")
pair = keras.Model([q, p], L.Subtract()([L.Dense(4)(p), q]), name="pair")
vector = keras.Input((4,))
u = L.Dense(4)(vector)
save("nested_inputs", keras.Model(vector, pair([vector, u])))

# The input and output in a list, which the configuration then keeps.
vector = keras.Input((4,), name="v")
save("listed", keras.Model([vector], [L.Dense(2)(vector)]))


# Blocks of well-known networks.
def mobile(x):
    x = L.ZeroPadding2D(((0, 1), (0, 1)))(x)
    x = L.Conv2D(4, 3, strides=2, use_bias=False)(x)
    x = L.ReLU(6.0)(L.BatchNormalization()(x))
    y = L.ReLU(6.0)(L.BatchNormalization()(L.Conv2D(8, 1, padding="same", use_bias=False)(x)))
    y = L.DepthwiseConv2D(3, padding="same", use_bias=False)(y)
    y = L.ReLU(6.0)(L.BatchNormalization()(y))
    y = L.BatchNormalization()(L.Conv2D(4, 1, padding="same", use_bias=False)(y))
    x = L.GlobalAveragePooling2D(keepdims=True)(L.Add()([x, y]))
    x = L.Conv2D(3, 1, padding="same")(L.Dropout(0.1)(x))
    return L.Activation("softmax")(L.Reshape((3,))(x))


def residual(x):
    x = L.ZeroPadding2D(1)(L.Conv2D(4, 7, strides=2, padding="same")(x))
    x = L.Activation("relu")(L.BatchNormalization(epsilon=1.001e-5)(x))
    y = L.Activation("relu")(L.BatchNormalization()(L.Conv2D(6, 3, strides=2, padding="same")(x)))
    y = L.BatchNormalization()(L.Conv2D(6, 3, padding="same")(y))
    z = L.BatchNormalization()(L.Conv2D(6, 1, strides=2)(x))
    x = L.Activation("relu")(L.Add()([y, z]))
    # Activation first, as in ResNet V2; the skip leaves before the normalisation.
    y = L.Conv2D(6, 3, padding="same")(L.Activation("relu")(L.BatchNormalization()(x)))
    x = L.Activation("relu")(L.BatchNormalization()(L.Add()([x, y])))
    return L.Dense(3)(L.GlobalAveragePooling2D()(x))


def inception(x):
    x = L.Conv2D(4, 3, activation="relu")(x)
    a = L.Conv2D(2, 1, activation="relu")(x)
    b = L.Conv2D(3, 3, padding="same", activation="relu")(L.Conv2D(2, 1, activation="relu")(x))
    c = L.Conv2D(2, (1, 5), padding="same", activation="relu")(x)
    d = L.Conv2D(2, 1, activation="relu")(L.AveragePooling2D(3, strides=1, padding="same")(x))
    x = L.Concatenate(axis=3)([a, b, c, d])
    x = L.Concatenate()([L.AveragePooling2D(2)(x), L.Conv2D(2, 2, strides=2, activation="relu")(x)])
    return L.Dense(3, activation="softmax")(L.Flatten()(x))


def separable(x):
    y = L.SeparableConv2D(4, 3, padding="same", use_bias=False)(x)
    y = L.ReLU()(L.BatchNormalization()(y))
    y = L.BatchNormalization()(L.SeparableConv2D(4, 3, padding="same", use_bias=False)(y))
    y = L.AveragePooling2D(3, strides=2, padding="same")(y)
    z = L.BatchNormalization()(L.Conv2D(4, 1, strides=2, padding="same", use_bias=False)(x))
    x = L.ReLU()(L.Add()([y, z]))
    return L.Dense(3, activation="softmax")(L.GlobalAveragePooling2D()(x))


functional("mobile_block", (9, 9, 3), mobile)
functional("residual_blocks", (12, 12, 3), residual)
functional("inception_block", (8, 8, 3), inception)
functional("separable_block", (9, 9, 3), separable)
sequential(
    "edges",
    (13, 10, 2),
    L.Conv2D(3, (4, 2), strides=(3, 2), padding="same", activation="relu"),
    L.Conv2D(3, 6, padding="same", activation="relu"),
    L.Conv2D(3, 1, strides=2, padding="same", activation="relu"),
    L.DepthwiseConv2D(2, padding="same", activation="relu"),
    L.AveragePooling2D(2, strides=2, padding="same"),
    L.Flatten(),
    L.Dense(3),
)
shared = L.BatchNormalization(name="normalised")
sequential(
    "normalised_input",
    (6, 6, 3),
    L.BatchNormalization(),
    L.Conv2D(4, 3, activation="relu"),
    L.AveragePooling2D(2),
    L.BatchNormalization(),
    L.Conv2D(4, 1),
    L.ReLU(),
    L.BatchNormalization(),
    L.Flatten(),
    L.BatchNormalization(),
    L.Dense(5),
    L.BatchNormalization(),
    L.Activation("relu"),
    L.Dense(3, activation="softmax"),
)
functional(
    "normalised_twice",
    (6, 6, 3),
    lambda x: L.Flatten()(shared(L.Conv2D(3, 3, padding="same")(L.ReLU()(shared(x))))),
)

# Sequential in Sequential, as Teachable Machine exports, around a Functional feature extractor.
image = keras.Input((9, 9, 3))
features = keras.Model(image, L.GlobalAveragePooling2D()(L.ReLU()(L.Conv2D(4, 3, name="c")(image))))
head = [keras.Input((4,)), L.Dense(5, activation="relu", name="c"), L.Dense(3, activation="softmax")]
extractor = keras.Sequential([keras.Input((9, 9, 3)), features], name="extractor")
save("teachable", keras.Sequential([keras.Input((9, 9, 3)), extractor, keras.Sequential(head, name="head")]))

# Preparation of images inside the model, around a frozen base called in inference.
def transfer(prepare):
    base = residual_base()

    def body(x):
        if not keras2:
            x = L.RandomRotation(0.1)(L.RandomFlip("horizontal")(x))
        x = base(prepare(x), training=False)
        return L.Dense(3)(L.Dropout(0.2)(L.GlobalAveragePooling2D()(x)))

    return body


def residual_base():
    image = keras.Input((6, 6, 3))
    x = L.ReLU(6.0)(L.BatchNormalization()(L.Conv2D(4, 3, padding="same", name="conv")(image)))
    base = keras.Model(image, L.ReLU()(L.Conv2D(4, 3, name="conv2")(x)), name="base")
    base.trainable = False
    return base


prepared = keras.applications
functional("prepared_tf", (6, 6, 3), transfer(prepared.mobilenet_v2.preprocess_input))
functional("prepared_torch", (6, 6, 3), transfer(prepared.densenet.preprocess_input))
functional(
    "prepared_caffe",
    (6, 6, 3),
    transfer(prepared.vgg16.preprocess_input),
    kinds=("h5",) if keras2 else ("keras", "h5"),  # Keras 2 cannot write an ellipsis
)
functional("rescaled", (6, 6, 3), transfer(L.Rescaling(1 / 127.5, offset=-1)))


def operated(x):
    x = maximum(L.Conv2D(4, 3)(x), 0.0)
    y = clip(L.Conv2D(4, 1)(x) + x, 0.0, 2.0)
    z = keras.activations.relu(L.Conv2D(4, 1)(y))
    x = concatenate([x, y, z], axis=-1)
    x = L.Conv2D(4, 1)(x) * np.array([1.0, -2.0, 0.5, 1.0], np.float32)
    x = L.ReLU()(x - y)
    return L.Dense(3)(L.Concatenate()([mean(x, axis=[1, 2]), reshape(y, (-1, 64))]))


functional("operated", (6, 6, 3), operated)

# Names that take more than 64 kB do not fit into one attribute of HDF5.
sequential(
    "chunked_attributes",
    (4,),
    L.Dense(4, name="d" * 480),
    *[L.ReLU(name=f"{i:03d}" + "r" * 480) for i in range(140)],
    L.Dense(2),
    kinds=("h5",),
)

if not keras2:
    sequential("resized", (8, 8, 3), L.Resizing(8, 8), L.CenterCrop(5, 6), L.Conv2D(3, 2), L.Flatten())

sequential(
    "half_float",
    (6, 6, 2),
    L.Conv2D(4, 3, dtype="mixed_float16"),
    L.BatchNormalization(dtype="mixed_float16"),
    L.ReLU(dtype="mixed_float16"),
    L.Flatten(dtype="mixed_float16"),
    L.Dense(3, dtype="mixed_float16"),
)
sequential(
    "bilinear",
    (5, 4, 2),
    L.UpSampling2D((2, 3), interpolation="bilinear"),
    L.Conv2D(4, 3, activation="relu"),
    L.Resizing(5, 11),
    L.Conv2D(3, 2, activation="relu"),
    L.Resizing(7, 3, interpolation="bilinear"),
    L.Flatten(),
    L.Dense(3),
)

if not keras2:  # which has a Lambda there
    from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

    functional(
        "scaled_sum",
        (6, 6, 2),
        lambda x: L.Dense(3)(
            L.Flatten()(L.ReLU()(CustomScaleLayer(0.17)([L.Conv2D(4, 1)(x), L.Conv2D(4, 3, padding="same")(x)])))
        ),
    )


def planar(data_format):
    """Keras 2 computes planes on no processor: the twin with channels last has the same weights."""
    options = dict(data_format=data_format)
    first = data_format == "channels_first"
    return keras.Sequential(
        [
            keras.Input((2, 7, 6) if first else (7, 6, 2)),
            L.Conv2D(4, 3, strides=2, padding="same", **options),
            L.BatchNormalization(axis=1 if first else 3),
            L.ReLU(),
            L.ZeroPadding2D(((1, 0), (0, 2)), **options),
            L.DepthwiseConv2D(2, depth_multiplier=2, **options),
            L.AveragePooling2D(2, strides=1, **options),
            L.Flatten(**options),
            L.Dense(3),
        ]
    )


if keras2 and (not only or "channels_first" in only):
    twin = planar("channels_last")
    randomise(twin)
    planes = planar("channels_first")
    planes.set_weights(twin.get_weights())
    planes.save(target / "channels_first.h5")
    images = random.normal(0, 1, (3, *twin.input_shape[1:])).astype(np.float32)
    np.savez_compressed(
        target / "channels_first.h5.io.npz",
        in0=images.transpose(0, 3, 1, 2),
        out0=twin.predict(images, verbose=0),
    )


# What is refused, each for one reason; no answers beside it.
(target / "refused").mkdir(exist_ok=True)


def refused(name, model):
    if only and name not in only:
        return
    for kind in ("keras", "h5"):
        model.save(target / "refused" / f"{name}.{kind}")
    print("refused", name)


def refused_layer(name, *layers):
    refused(name, keras.Sequential([keras.Input((6, 6, 4)), *layers, L.Flatten(), L.Dense(2)]))


image = keras.Input((6, 6, 2), name="image")
vector = keras.Input((3,), name="vector")
joined = L.Concatenate()([L.Flatten()(L.Conv2D(2, 3)(image)), vector])
refused("two_inputs", keras.Model([image, vector], L.Dense(2)(joined)))
refused("named_inputs", keras.Model({"image": image, "vector": vector}, L.Dense(2)(joined)))
vector = keras.Input((3,))
hidden = L.Dense(4, activation="relu")(vector)
refused("two_outputs", keras.Model(vector, [L.Dense(2)(hidden), L.Dense(3)(hidden)]))
image = keras.Input((6, 6, 4))
x = L.Conv2D(4, 1)(image)
refused("gate", keras.Model(image, L.Dense(2)(L.Flatten()(L.Multiply()([x, L.Activation("relu")(x)])))))
refused("largest", keras.Model(image, L.Dense(2)(L.Flatten()(L.Maximum()([x, image])))))
trained = L.BatchNormalization()(x, training=True)
refused("training", keras.Model(image, L.Dense(2)(L.Flatten()(trained))))
refused_layer("leaky", L.Conv2D(3, 1), L.LeakyReLU())
refused_layer("sigmoid", L.Conv2D(3, 1, activation="sigmoid"))
refused_layer("swish", L.Conv2D(3, 1), L.Activation("swish"))
refused_layer("transposed", L.Conv2DTranspose(3, 2))
refused_layer("layer_normalization", L.LayerNormalization())
refused_layer("group_normalization", L.GroupNormalization(2))
refused_layer("recurrent", L.Reshape((6, 24)), L.LSTM(3))
refused_layer("attention", L.Reshape((36, 4)), L.Dense(3, activation="softmax"), L.GlobalAveragePooling1D())
