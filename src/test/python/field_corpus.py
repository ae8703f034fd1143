"""Writes models of the kinds that people bring, and what their frameworks answer.

Keras 3.15 on PyTorch 2.13, onnx 1.23: python src/test/python/field_corpus.py FOLDER [KIND…]
Each model becomes FOLDER/KIND/NAME.keras, .h5, .pt2 or .onnx with NAME.io.npz (in0, out0, float32, CPU) beside it;
FOLDER/refused holds what is to be refused. `./ecc verify NAME.onnx --against NAME.io.npz` compares;
the test FieldCorpusTest opens all of a folder (-Dfield.corpus=FOLDER), and those committed in field/corpus otherwise.
"""
import os
import sys
import warnings

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
warnings.filterwarnings("ignore")

import keras
import numpy as np
import onnx
import onnxruntime
import torch
from keras import layers as L
from keras import ops
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F
from without_paths import strip

OUT = sys.argv[1]
KINDS = sys.argv[2:]


def path(kind, name):
    os.makedirs(f"{OUT}/{kind}", exist_ok=True)
    return f"{OUT}/{kind}/{name}"


def rng(name):
    return np.random.default_rng(sum(map(ord, name)))


# ---------------------------------------------------------------- Keras

KERAS = {}


def keras_model(kind, h5=False, ends=("keras",)):
    def add(make):
        KERAS[make.__name__] = (kind, make, ("keras", "h5") if h5 else ends)
        return make
    return add


def randomised(model, name):
    """Trained values of all variables, as after a training."""
    r = rng(name)
    for weight in model.weights:
        values = r.normal(size=weight.shape).astype("float32") * 0.4
        if "variance" in weight.path:
            values = r.uniform(0.5, 2, weight.shape).astype("float32")
        elif "gamma" in weight.path:
            values = r.uniform(0.5, 1.5, weight.shape).astype("float32")
        elif "alpha" in weight.path:
            values = r.uniform(0.1, 0.4, weight.shape).astype("float32")
        elif "seed" in weight.path or "count" in weight.path:
            continue
        weight.assign(values)


def write_keras(name):
    kind, make, ends = KERAS[name]
    model = make()
    randomised(model, name)
    shape = tuple(model.input_shape[1:])
    x = rng(name).uniform(-1, 1, (6, *shape)).astype("float32")
    if kind == "bytes":
        x = rng(name).integers(0, 256, (6, *shape)).astype("float32")
    y = np.asarray(model.predict(x, verbose=0), dtype="float32")
    for end in ends:
        if end == "onnx":
            model.export(path(kind, name) + ".onnx", format="onnx", verbose=False)
            strip(path(kind, name) + ".onnx")
        else:
            model.save(path(kind, name) + "." + end)
    np.savez(path(kind, name) + ".io.npz", in0=x, out0=y)


@keras_model("keras", h5=True)
def functional_names():
    i = keras.Input((8, 8, 3), name="the image")
    x = L.Conv2D(4, 3, padding="same", name="conv one")(i)
    x = L.BatchNormalization(scale=False, name="norm without gamma")(x)
    x = L.Activation("relu", name="relu 1")(x)
    y = L.Conv2D(4, 1, use_bias=False)(i)
    y = L.BatchNormalization(center=False)(y)
    x = L.Add(name="sum")([x, y])
    x = L.ReLU()(x)
    x = L.GlobalAveragePooling2D()(x)
    return keras.Model(i, L.Dense(3, activation="softmax", name="predictions")(x))


@keras_model("keras", h5=True)
def sequential_without_input():
    m = keras.Sequential([L.Conv2D(4, (3, 3), activation="relu"), L.MaxPooling2D(), L.Dropout(0.3), L.Flatten(),
                          L.Dense(8, activation="relu"), L.GaussianNoise(0.1), L.Dense(4, activation="softmax")])
    m.build((None, 9, 9, 1))
    return m


@keras_model("keras")
def separable():
    return keras.Sequential([keras.Input((10, 10, 2)), L.ZeroPadding2D(((1, 0), (0, 2))),
                             L.SeparableConv2D(6, 3, depth_multiplier=2, activation="relu"),
                             L.DepthwiseConv2D(3, strides=2, padding="same"), L.BatchNormalization(), L.ReLU(6.0),
                             L.GlobalMaxPooling2D(), L.Dense(3)])


@keras_model("keras")
def conv1d():
    return keras.Sequential([keras.Input((20, 3)), L.Conv1D(4, 5, padding="causal", activation="relu"),
                             L.MaxPooling1D(2), L.Conv1D(6, 3, dilation_rate=2, activation="relu"),
                             L.BatchNormalization(), L.AveragePooling1D(2), L.SpatialDropout1D(0.2), L.Flatten(), L.Dense(3, "softmax")])


@keras_model("keras")
def mlp():
    return keras.Sequential([keras.Input((6, 6)), L.Flatten(), L.Dense(12), L.BatchNormalization(), L.ReLU(), L.Dropout(0.5),
                             L.Dense(5, activation="log_softmax")])


@keras_model("keras")
def softmax_then_reshape():
    i = keras.Input((4, 4, 2))
    x = L.Conv2D(5, 4)(i)
    x = L.Softmax()(x)
    return keras.Model(i, L.Reshape((5,))(x))


@keras_model("keras")
def softmax_then_flatten():
    i = keras.Input((4, 4, 2))
    x = L.Conv2D(5, 4, activation="softmax")(i)
    return keras.Model(i, L.Activation("linear", dtype="float32")(L.Flatten()(x)))


@keras_model("keras")
def sigmoid_then_flatten():
    i = keras.Input((4, 4, 2))
    x = L.Conv2D(4, 2, activation="relu")(i)
    x = L.Conv2D(1, 3, activation="sigmoid")(x)
    return keras.Model(i, L.Flatten()(x))


@keras_model("keras")
def operators():
    i = keras.Input((5, 5, 2))
    x = ops.relu(L.Conv2D(3, 3)(i) * 0.5 + 1.0)
    x = ops.mean(x, axis=[1, 2])
    return keras.Model(i, ops.softmax(L.Dense(4)(x)))


@keras_model("keras")
def nested():
    inner = keras.Sequential([keras.Input((6, 6, 2)), L.Conv2D(3, 3, activation="relu"), L.AveragePooling2D(2)], name="body")
    return keras.Sequential([keras.Input((6, 6, 2)), inner, L.Flatten(), L.Dense(3)])


@keras_model("bytes")
def rescaled():
    return keras.Sequential([keras.Input((6, 6, 3)), L.Rescaling(1 / 127.5, offset=-1), L.Conv2D(4, 3, activation="relu"),
                             L.GlobalAveragePooling2D(), L.Dense(3, "softmax")])


def activation_model(act):
    x = i = keras.Input((6, 6, 2))
    x = L.Conv2D(4, 3)(x)
    x = act(x)
    x = L.GlobalAveragePooling2D()(x)
    x = L.Dense(5)(x)
    x = act(x) if not isinstance(act, L.PReLU) else L.PReLU()(x)
    return keras.Model(i, L.Dense(3)(x))


KERAS_ACTIVATIONS = {
    "leaky_layer": lambda: L.LeakyReLU(negative_slope=0.1), "leaky_name": lambda: L.Activation("leaky_relu"),
    "prelu": lambda: L.PReLU(), "prelu_shared": lambda: L.PReLU(shared_axes=[1, 2]), "elu": lambda: L.ELU(0.7),
    "selu": lambda: L.Activation("selu"), "silu": lambda: L.Activation("silu"), "gelu": lambda: L.Activation("gelu"),
    "hard_swish": lambda: L.Activation("hard_silu"), "hard_sigmoid": lambda: L.Activation("hard_sigmoid"),
    "tanh": lambda: L.Activation("tanh"), "softplus": lambda: L.Activation("softplus"),
    "softsign": lambda: L.Activation("softsign"), "mish": lambda: L.Activation("mish"), "celu": lambda: L.Activation("celu"),
    "relu_slope": lambda: L.ReLU(negative_slope=0.2), "relu_threshold": lambda: L.ReLU(threshold=0.3),
    "sigmoid_inside": lambda: L.Activation("sigmoid"), "ops_gelu": lambda: ops.gelu, "ops_leaky": lambda: (lambda x: ops.leaky_relu(x, 0.15)),
    "ops_elu": lambda: (lambda x: ops.elu(x, 0.5)), "ops_hard_sigmoid": lambda: ops.hard_sigmoid, "ops_silu": lambda: ops.silu,
    "ops_tanh": lambda: ops.tanh, "ops_hard_tanh": lambda: ops.hard_tanh, "ops_softplus": lambda: ops.softplus,
}
for _name, _act in KERAS_ACTIVATIONS.items():
    KERAS["act_" + _name] = ("activations", lambda act=_act: activation_model(act()), ("keras",))


@keras_model("activations", h5=True)
def act_as_setting():
    return keras.Sequential([keras.Input((6, 6, 2)), L.Conv2D(4, 3, activation=L.LeakyReLU(negative_slope=0.05)), L.Flatten(),
                             L.Dense(6, activation="tanh"), L.Dense(3, activation="softmax")])


@keras_model("keras-onnx", ends=("onnx",))
def exported():
    return keras.Sequential([keras.Input((8, 8, 3)), L.Conv2D(4, 3, padding="same", activation="relu"), L.BatchNormalization(),
                             L.MaxPooling2D(2), L.Conv2D(6, 3, strides=2, padding="same", activation="relu"), L.Flatten(),
                             L.Dense(5, activation="relu"), L.Dropout(0.2), L.Dense(3, activation="softmax")])


@keras_model("keras-onnx", ends=("onnx",))
def exported_depthwise():
    return keras.Sequential([keras.Input((8, 8, 3)), L.Rescaling(1 / 255), L.SeparableConv2D(4, 3), L.BatchNormalization(), L.ReLU(6.0),
                             L.AveragePooling2D(2), L.GlobalAveragePooling2D(), L.Dense(1, activation="sigmoid")])


@keras_model("keras-onnx", ends=("onnx",))
def exported_sequence():
    return keras.Sequential([keras.Input((16, 3)), L.Conv1D(4, 3, activation="relu"), L.MaxPooling1D(2), L.GlobalAveragePooling1D(),
                             L.Dense(3)])


@keras_model("keras-onnx", ends=("onnx",))
def exported_mlp():
    return keras.Sequential([keras.Input((6, 6)), L.Flatten(), L.Dense(7, activation="silu"), L.Dense(3, activation="softmax")])


# ---------------------------------------------------------------- PyTorch

TORCH = {}


def torch_model(kind, shape, ends=("pt2", "onnx"), **options):
    def add(make):
        TORCH[make.__name__] = (kind, make, shape, ends, options)
        return make
    return add


class Calls(nn.Module):
    def __init__(self, forward, **modules):
        super().__init__()
        for name, module in modules.items():
            setattr(self, name, module)
        self.call = forward

    def forward(self, x):
        return self.call(self, x)


def write_torch(name):
    kind, make, shape, ends, options = TORCH[name]
    torch.manual_seed(sum(map(ord, name)))
    model = make()
    for module in model.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            if module.affine:
                nn.init.uniform_(module.weight, 0.5, 1.5)
                nn.init.uniform_(module.bias, -0.5, 0.5)
            module.running_mean.uniform_(-0.3, 0.3)
            module.running_var.uniform_(0.5, 2)
    model.eval()
    x = torch.rand(5, *shape) * 2 - 1
    if options.get("bytes"):
        x = (torch.rand(5, *shape) * 256).to(torch.uint8)
    if options.get("half"):
        model, x = model.half(), x.half()
    with torch.no_grad():
        y = model(x)
    base = path(kind, name)
    if "pt2" in ends:
        batch = torch.export.Dim("batch", min=1, max=4096)
        open_sides = {2: torch.export.Dim.AUTO, 3: torch.export.Dim.AUTO} if options.get("open") else {}
        dynamic = None if options.get("fixed") else ({0: batch, **open_sides},)
        example = x[:1] if options.get("fixed") else x
        torch.export.save(torch.export.export(model, (example,), dynamic_shapes=dynamic), base + ".pt2")
    if "onnx" in ends:
        torch.onnx.export(model, x, base + ".onnx", dynamo=False, input_names=["x"], dynamic_axes={"x": {0: "batch"}},
                          opset_version=options.get("opset", 17))
    for end in ends:
        strip(f"{base}.{end}")
    np.savez(base + ".io.npz", in0=x.float().numpy() if not options.get("bytes") else x.numpy(), out0=y.float().numpy())


@torch_model("torch", (1, 28, 28))
def simple_cnn():
    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), kernel_size=2, stride=2)
        x = x.view(-1, 16 * 4 * 4)
        x = F.relu(self.fc1(x))
        x = F.dropout(x, training=self.training)
        return self.fc2(x)
    return Calls(forward, conv1=nn.Conv2d(1, 6, 5), conv2=nn.Conv2d(6, 16, 5), fc1=nn.Linear(256, 20), fc2=nn.Linear(20, 10))


@torch_model("torch", (3, 8, 10), ends=("pt2",), open=True)
def open_size_pooled():
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 5, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
                         nn.Flatten(), nn.Linear(5, 3))


@torch_model("torch", (3, 8, 10), ends=("pt2",), open=True)
def open_size_viewed():
    def forward(self, x):
        x = F.relu(self.conv(x))
        b, c, h, w = x.shape
        return self.fc(x.view(b, c, h * w).mean(-1))
    return Calls(forward, conv=nn.Conv2d(3, 4, 3, stride=2, padding=1), fc=nn.Linear(4, 3))


@torch_model("torch", (3, 12, 12))
def size_arithmetic():
    def forward(self, x):
        x = torch.relu(self.bn(self.conv(x)))
        b, c, h, w = x.size()
        x = x.view(b, c * h * w)
        return F.log_softmax(self.fc(x), dim=1)
    return Calls(forward, conv=nn.Conv2d(3, 4, 3, stride=2), bn=nn.BatchNorm2d(4, affine=False), fc=nn.Linear(100, 5))


@torch_model("torch", (3, 10, 10))
def flatten_and_shape():
    def forward(self, x):
        x = self.pool(self.conv(x).clamp(min=0))
        x = x.reshape(x.shape[0], -1)
        return self.fc(torch.flatten(x, start_dim=1)).softmax(dim=-1)
    return Calls(forward, conv=nn.Conv2d(3, 4, 3, bias=False), pool=nn.AdaptiveAvgPool2d((2, 2)), fc=nn.Linear(16, 4))


@torch_model("torch", (3, 9, 9), ends=("pt2",))
def adaptive():
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(3), nn.Conv2d(4, 5, 1), nn.ReLU(), nn.AdaptiveMaxPool2d(1),
                         nn.Flatten(), nn.Linear(5, 3))


@torch_model("torch", (3, 8, 8))
def numpy_style_mean():
    def forward(self, x):
        x = F.relu6(self.conv(F.pad(x, (1, 1, 1, 1))))
        x = x.mean(dim=(-2, -1))
        return self.fc(x)
    return Calls(forward, conv=nn.Conv2d(3, 4, 3), fc=nn.Linear(4, 3))


@torch_model("torch", (3, 8, 8))
def squeezed():
    def forward(self, x):
        x = self.pool(F.relu(self.conv(x)))
        return self.fc(x.squeeze(-1).squeeze(-1))
    return Calls(forward, conv=nn.Conv2d(3, 4, 3), pool=nn.AdaptiveAvgPool2d(1), fc=nn.Linear(4, 3))


@torch_model("torch", (2, 8, 8))
def one_logit():
    def forward(self, x):
        x = F.relu(self.conv(x)).flatten(1)
        return torch.sigmoid(self.fc(x)).squeeze(1)
    return Calls(forward, conv=nn.Conv2d(2, 3, 3), fc=nn.Linear(108, 1))


@torch_model("torch", (2, 4, 4))
def softmax_view():
    def forward(self, x):
        return torch.softmax(self.conv(x), dim=1).view(x.size(0), -1)
    return Calls(forward, conv=nn.Conv2d(2, 5, 4))


@torch_model("torch", (3, 8, 8))
def normalised_inside():
    def forward(self, x):
        x = (x - self.mean) / self.std
        x = torch.relu(self.conv(x))
        return self.fc(x.amax(dim=(2, 3)))
    m = Calls(forward, conv=nn.Conv2d(3, 4, 3), fc=nn.Linear(4, 3))
    m.register_buffer("mean", torch.tensor([0.4, 0.5, 0.3]).view(1, 3, 1, 1))
    m.register_buffer("std", torch.tensor([0.2, 0.25, 0.3]).view(1, 3, 1, 1))
    return m


@torch_model("torch", (3, 6, 6))
def mean_image():
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x - self.mean)).flatten(1))
    m = Calls(forward, conv=nn.Conv2d(3, 4, 3), fc=nn.Linear(64, 3))
    m.register_buffer("mean", torch.rand(1, 3, 6, 6))
    return m


@torch_model("bytes", (3, 6, 6), bytes=True)
def bytes_to_dtype():
    def forward(self, x):
        x = x.to(torch.float32) / 255.0
        return self.fc(torch.relu(self.conv(x)).flatten(1))
    return Calls(forward, conv=nn.Conv2d(3, 4, 3), fc=nn.Linear(64, 3))


@torch_model("half", (3, 12, 12), ends=("pt2",), half=True)
def half_cnn():
    return nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8, 12, 3, stride=2), nn.ReLU(),
                         nn.Conv2d(12, 12, 3), nn.ReLU(), nn.Flatten(), nn.Linear(108, 4), nn.Softmax(dim=1))


@keras_model("half", h5=False)
def mixed_float16():
    keras.mixed_precision.set_global_policy("mixed_float16")
    model = keras.Sequential([keras.Input((12, 12, 3)), L.Conv2D(8, 3, activation="relu"), L.BatchNormalization(), L.Conv2D(12, 3, activation="silu"),
                              L.GlobalAveragePooling2D(), L.Dense(4), L.Activation("softmax", dtype="float32")])
    keras.mixed_precision.set_global_policy("float32")
    return model


@torch_model("conv1d", (2, 24))
def dilated_groups():
    return nn.Sequential(nn.Conv1d(2, 4, 5, padding=2, dilation=1), nn.BatchNorm1d(4), nn.ReLU(),
                         nn.Conv1d(4, 8, 3, groups=2, dilation=2, padding="same"), nn.ReLU(), nn.MaxPool1d(2),
                         nn.Conv1d(8, 8, 3, groups=8, stride=2), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(8, 3))


@torch_model("conv1d", (1, 30), ends=("pt2",))
def adaptive_max():
    return nn.Sequential(nn.ConstantPad1d((2, 1), 0.0), nn.Conv1d(1, 4, 4, stride=2, bias=False), nn.ReLU(), nn.Dropout1d(0.1),
                         nn.AvgPool1d(3, stride=2, padding=1), nn.AdaptiveMaxPool1d(1), nn.Flatten(), nn.Linear(4, 3))


@torch_model("conv1d", (4, 16))
def steps_mean():
    def forward(self, x):
        x = F.relu(self.conv(x))
        return self.fc(x.mean(-1))
    return Calls(forward, conv=nn.Conv1d(4, 5, 3, padding=1), fc=nn.Linear(5, 3))


TORCH_ACTIVATIONS = {
    "leaky": nn.LeakyReLU(0.05), "prelu": nn.PReLU(), "prelu_channels": nn.PReLU(4), "elu": nn.ELU(0.6), "selu": nn.SELU(), "celu": nn.CELU(1.3),
    "silu": nn.SiLU(), "gelu": nn.GELU(), "gelu_tanh": nn.GELU(approximate="tanh"), "hardswish": nn.Hardswish(), "hardsigmoid": nn.Hardsigmoid(),
    "tanh": nn.Tanh(), "hardtanh": nn.Hardtanh(), "softplus": nn.Softplus(), "mish": nn.Mish(), "rrelu": nn.RReLU(),
    "silu_inplace": nn.SiLU(inplace=True), "relu6": nn.ReLU6(), "hardswish_inplace": nn.Hardswish(inplace=True),
    "leaky_inplace": nn.LeakyReLU(0.2, inplace=True), "elu_inplace": nn.ELU(inplace=True),
}
for _name, _act in TORCH_ACTIVATIONS.items():
    TORCH["act_" + _name] = (
        "activations-torch",
        lambda act=_act: nn.Sequential(nn.Conv2d(2, 4, 3), act, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 4), act, nn.Linear(4, 3)),
        (2, 6, 6), ("pt2",) if _name == "gelu_tanh" else ("pt2", "onnx"), {"opset": 13 if "hardswish" in _name else 17})
TORCH["act_softsign"] = (
    "activations-torch", lambda: nn.Sequential(nn.Conv2d(2, 4, 3), nn.Softsign(), nn.Flatten(), nn.Linear(64, 3)), (2, 6, 6), ("pt2", "onnx"), {"opset": 17})
TORCH["act_softsign_by_hand"] = (
    "activations-torch", lambda: Calls(lambda self, x: self.fc((lambda y: y / (1 + y.abs()))(self.conv(x)).flatten(1)),
                                       conv=nn.Conv2d(2, 4, 3), fc=nn.Linear(64, 3)), (2, 6, 6), ("pt2", "onnx"), {"opset": 17})
for _opset in (7, 9, 11, 13, 15, 18, 20, 21, 22, 23):
    TORCH[f"opset{_opset}"] = (
        "opsets",
        lambda o=_opset: Calls(lambda self, x: F.softmax(self.fc(self.up(F.max_pool2d(F.relu(self.bn(self.conv(F.pad(x, (1, 0, 2, 1))))), 2)).flatten(1)), dim=1),
                      conv=nn.Conv2d(2, 4, 3), bn=nn.BatchNorm2d(4), up=nn.Upsample(scale_factor=2) if o > 7 else nn.Identity(), fc=nn.Linear(4 * 8 * 6 if o > 7 else 4 * 4 * 3, 3)),
        (2, 8, 8), ("onnx",), {"opset": _opset})


# ---------------------------------------------------------------- ONNX by hand

ONNX = {}


def onnx_model(kind, opset=13):
    def add(make):
        ONNX[make.__name__] = (kind, make, opset)
        return make
    return add


class Graph:
    def __init__(self, name, shape, kind=TensorProto.FLOAT):
        self.r, self.shape, self.kind = rng(name), shape, kind
        self.nodes, self.weights, self.count = [], [], 0

    def weight(self, *shape, values=None, dtype="float32"):
        v = self.r.normal(size=shape) * 0.4 if values is None else np.asarray(values)
        self.weights.append(numpy_helper.from_array(np.asarray(v, dtype=dtype), f"w{len(self.weights)}"))
        return self.weights[-1].name

    def ints(self, *values):
        return self.weight(values=list(values), dtype="int64")

    def node(self, op, *inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"n{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, **attributes))
        return names[0]

    def four(self, values):
        """A weight of int4, two numbers a byte."""
        self.weights.append(helper.make_tensor(f"w{len(self.weights)}", TensorProto.INT4, values.shape, values.ravel()))
        return self.weights[-1].name

    def width(self, result, opset):
        """Length of the vector that a result is."""
        session = onnxruntime.InferenceSession(self.model(result, opset).SerializeToString())
        return session.run(None, {"x": np.zeros((1, *self.shape), "float32")})[0].shape[1]

    def model(self, output, opset, dims=None):
        x = helper.make_tensor_value_info("x", self.kind, dims or [None, *self.shape])
        y = helper.make_tensor_value_info(output, TensorProto.FLOAT, None)
        graph = helper.make_graph(self.nodes, "net", [x], [y], self.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8 if opset < 20 else 10)


def write_onnx(name):
    kind, make, opset = ONNX[name]
    model, shape = make(name, opset)
    x = rng(name).uniform(-1, 1, (4, *shape)).astype("float32")
    base = path(kind, name)
    onnx.save(model, base + ".onnx")
    if kind != "refused":
        # With rounded activations left out where there are any: they are kept as floats.
        answering = make(name, opset, rounds=False)[0] if name == "qdq_activations" else model
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(answering.SerializeToString(), options)
        np.savez(base + ".io.npz", in0=x, out0=np.asarray(session.run(None, {"x": x})[0], dtype="float32"))


@onnx_model("onnx")
def matmul_add_reshape(name, opset):
    g = Graph(name, (2, 4, 4))
    c = g.node("Conv", "x", g.weight(3, 2, 3, 3), pads=[1, 1, 1, 1])
    c = g.node("Add", c, g.weight(3, 1, 1))
    c = g.node("Relu", c)
    c = g.node("Reshape", c, g.ints(0, -1))
    c = g.node("MatMul", c, g.weight(48, 5))
    c = g.node("Add", g.weight(5), c)
    return g.model(c, opset), g.shape


@onnx_model("onnx")
def gemm_scaled(name, opset):
    g = Graph(name, (6,))
    c = g.node("Gemm", "x", g.weight(6, 5), g.weight(5), alpha=0.5, beta=2.0)
    c = g.node("Clip", c, g.weight(values=0.0), g.weight(values=6.0))
    c = g.node("Gemm", c, g.weight(4, 5), transB=1)
    return g.model(c, opset), g.shape


@onnx_model("onnx")
def gemm_transposed_weight(name, opset):
    g = Graph(name, (6,))
    w = g.node("Transpose", g.weight(5, 6), perm=[1, 0])
    c = g.node("Relu", g.node("Gemm", "x", w, g.weight(1, 5)))
    c = g.node("MatMul", c, g.weight(5, 3))
    return g.model(c, opset), g.shape


@onnx_model("onnx")
def identities_and_dropout(name, opset):
    g = Graph(name, (2, 5, 5))
    c = g.node("Identity", "x")
    c = g.node("Conv", c, g.node("Identity", g.weight(3, 2, 2, 2)))
    c = g.node("Relu", g.node("Identity", c))
    c = g.node("Dropout", c, g.weight(values=0.5), g.weight(values=False, dtype="bool"))
    c = g.node("GlobalAveragePool", c)
    c = g.node("Flatten", c)
    return g.model(g.node("Identity", g.node("Softmax", c, axis=1)), opset), g.shape


@onnx_model("onnx", 8)
def caffe_mean_image(name, opset):
    g = Graph(name, (3, 6, 6))
    c = g.node("Sub", "x", g.weight(1, 3, 6, 6))
    c = g.node("Mul", c, g.weight(values=0.0078125))
    c = g.node("Pad", c, pads=[0, 0, 1, 1, 0, 0, 1, 1], mode="constant", value=0.0)
    c = g.node("Relu", g.node("Conv", c, g.weight(4, 3, 3, 3), g.weight(4)))
    c = g.node("MaxPool", c, kernel_shape=[2, 2], strides=[2, 2])
    c = g.node("Conv", c, g.weight(5, 4, 3, 3))
    c = g.node("Softmax", c, axis=1)
    return g.model(g.node("Reshape", c, g.ints(-1, 5)), opset), g.shape


@onnx_model("onnx")
def mean_image_of_chw(name, opset):
    g = Graph(name, (2, 4, 4))
    c = g.node("Div", g.node("Sub", "x", g.weight(2, 4, 4)), g.weight(values=np.full((2, 4, 4), 0.3)))
    c = g.node("Relu", g.node("Conv", c, g.weight(3, 2, 3, 3)))
    c = g.node("Flatten", c)
    return g.model(g.node("MatMul", c, g.weight(12, 3)), opset), g.shape


@onnx_model("onnx")
def softmax_squeeze(name, opset):
    g = Graph(name, (2, 4, 4))
    c = g.node("Conv", "x", g.weight(5, 2, 4, 4))
    c = g.node("Squeeze", g.node("Softmax", c, axis=1), g.ints(2, 3))
    return g.model(c, opset), g.shape


@onnx_model("onnx")
def sigmoid_reshape(name, opset):
    g = Graph(name, (7,))
    c = g.node("Relu", g.node("Gemm", "x", g.weight(7, 5), g.weight(5)))
    c = g.node("Sigmoid", g.node("Gemm", c, g.weight(5, 1), g.weight(1)))
    return g.model(g.node("Reshape", c, g.ints(-1)), opset), g.shape


@onnx_model("onnx")
def silu_of_two(name, opset):
    g = Graph(name, (2, 4, 4))
    c = g.node("Conv", "x", g.weight(3, 2, 3, 3))
    c = g.node("Mul", c, g.node("Sigmoid", c))
    c = g.node("GlobalAveragePool", c)
    return g.model(g.node("Flatten", c), opset), g.shape


@onnx_model("onnx")
def channels_last(name, opset):
    """As tf2onnx writes what Keras makes."""
    g = Graph(name, (6, 6, 3))
    c = g.node("Transpose", "x", perm=[0, 3, 1, 2])
    c = g.node("Relu", g.node("Conv", c, g.weight(4, 3, 3, 3), g.weight(4), auto_pad="SAME_UPPER", strides=[2, 2]))
    c = g.node("MaxPool", c, kernel_shape=[2, 2], strides=[1, 1])
    c = g.node("Transpose", c, perm=[0, 2, 3, 1])
    c = g.node("Reshape", c, g.ints(-1, 16))
    c = g.node("Add", g.node("MatMul", c, g.weight(16, 5)), g.weight(5))
    return g.model(g.node("Softmax", c, axis=-1), opset, ["n", 6, 6, 3]), g.shape


@onnx_model("onnx")
def open_size(name, opset):
    g = Graph(name, (3, 8, 10))
    c = g.node("Relu", g.node("Conv", "x", g.weight(4, 3, 3, 3)))
    c = g.node("Flatten", g.node("GlobalAveragePool", c))
    return g.model(g.node("Gemm", c, g.weight(4, 3)), opset, ["n", 3, "h", "w"]), g.shape


@onnx_model("onnx")
def double_weights(name, opset):
    g = Graph(name, (5,))
    w = g.node("Cast", g.weight(5, 4, dtype="float64"), to=TensorProto.FLOAT)
    c = g.node("Relu", g.node("MatMul", "x", w))
    return g.model(g.node("MatMul", c, g.weight(4, 3)), opset), g.shape


def quantised(values, axis=None):
    """8-bit weights with their scales; the values they stand for are exact products."""
    keep = tuple(d for d in range(values.ndim) if d != axis)
    largest = np.abs(values).max(axis=keep if axis is not None else None)
    scale = np.asarray(largest / 127, dtype="float32")
    shape = [1] * values.ndim
    if axis is not None:
        shape[axis] = -1
    return np.clip(np.rint(values / scale.reshape(shape)), -127, 127).astype("int8"), scale


@onnx_model("qdq")
def qdq_weights(name, opset):
    g = Graph(name, (2, 6, 6))
    w, s = quantised(g.r.normal(size=(4, 2, 3, 3)), axis=0)
    w = g.node("DequantizeLinear", g.weight(values=w, dtype="int8"), g.weight(values=s), g.weight(values=np.zeros(4), dtype="int8"), axis=0)
    bias = g.node("DequantizeLinear", g.weight(values=[100, -50, 20, 0], dtype="int32"), g.weight(values=s * 0.01), axis=0)
    c = g.node("Relu", g.node("Conv", "x", w, bias))
    c = g.node("Flatten", c)
    v, t = quantised(g.r.normal(size=(3, 64)))
    v = g.node("DequantizeLinear", g.weight(values=v.astype(int) + 128, dtype="uint8"), g.weight(values=t), g.weight(values=128, dtype="uint8"))
    c = g.node("Gemm", c, v, transB=1)
    return g.model(c, opset), g.shape


@onnx_model("qdq")
def qdq_activations(name, opset, rounds=True):
    """As ONNX Runtime quantises: the ReLU is left out, since the rounding to uint8 cuts off at 0."""
    g = Graph(name, (2, 6, 6))
    s, z = g.weight(values=1 / 127.0), g.weight(values=0, dtype="int8")
    x = g.node("DequantizeLinear", g.node("QuantizeLinear", "x", s, z), s, z) if rounds else "x"
    w, t = quantised(g.r.normal(size=(4, 2, 3, 3)) * 0.3)
    w = g.node("DequantizeLinear", g.weight(values=w, dtype="int8"), g.weight(values=t), g.weight(values=0, dtype="int8"))
    c = g.node("Conv", x, w)
    u, v = g.weight(values=3 / 255.0), g.weight(values=0, dtype="uint8")
    c = g.node("DequantizeLinear", g.node("QuantizeLinear", c, u, v), u, v) if rounds else g.node("Relu", c)
    c = g.node("Flatten", g.node("GlobalAveragePool", c))
    return g.model(g.node("Gemm", c, g.weight(4, 3)), opset), g.shape


@onnx_model("qdq")
def qdq_float_weights(name, opset):
    g = Graph(name, (6,))
    s, z = g.weight(values=0.02), g.weight(values=3, dtype="int8")
    w = g.node("DequantizeLinear", g.node("QuantizeLinear", g.weight(6, 3), s, z), s, z)
    return g.model(g.node("Relu", g.node("MatMul", "x", w)), opset), g.shape


def recent(opset):
    """Every operation of which the operator sets 19 to 23 changed the definition."""
    def make(name, _):
        g = Graph(name, (2, 9, 8))
        c = g.node("Identity", g.node("Cast", "x", to=TensorProto.FLOAT, saturate=1))
        c = g.node("Pad", c, g.ints(1, 0, 0, 2), "", g.ints(2, 3))
        c = g.node("Relu", g.node("Conv", c, g.weight(4, 2, 3, 3), g.weight(4), dilations=[1, 2]))
        d = g.node("AveragePool", c, kernel_shape=[2, 2], dilations=[2, 1], strides=[1, 1], ceil_mode=1, count_include_pad=1, pads=[1, 0, 1, 0])
        e = g.node("AveragePool", c, kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1, pads=[1, 1, 1, 1])
        f = g.node("MaxPool", c, kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1)
        f = g.node("Resize", f, "", g.weight(values=[2.0, 2.0]), axes=[2, 3], mode="nearest", coordinate_transformation_mode="asymmetric",
                   nearest_mode="floor")
        parts = [g.node("Flatten", v) for v in (d, g.node("Elu", e, alpha=0.7), f)]
        parts += [g.node("Flatten", g.node("GlobalAveragePool", c)), g.node("Flatten", g.node("GlobalMaxPool", c))]
        size = g.node("Shape", c, start=0, end=1)
        flat = g.node("Concat", size, g.node("ConstantOfShape", g.ints(1), value=helper.make_tensor("v", TensorProto.INT64, [1], [-1])), axis=0)
        parts += [g.node("Reshape", c, flat, allowzero=0)]
        c = g.node("Concat", *parts, axis=1)
        c = g.node("Squeeze", g.node("Unsqueeze", c, g.ints(2)), g.ints(2))
        width = g.width(c, opset)
        w, s = quantised(g.r.normal(size=(width, 6)) * 0.05, axis=1)
        w = g.node("DequantizeLinear", g.weight(values=w, dtype="int8"), g.weight(values=s), g.weight(values=np.zeros(6), dtype="int8"), axis=1)
        c = g.node("HardSwish", g.node("MatMul", c, w))
        t = g.node("Transpose", g.weight(3, 6), perm=[1, 0])
        s, z = g.weight(values=0.001), g.weight(values=0, dtype="int16")
        t = g.node("DequantizeLinear", g.node("QuantizeLinear", t, s, z), s, z) if opset > 20 else t
        c = g.node("Gemm", g.node("Dropout", c), t)
        return g.model(g.node("Softmax", c), opset), g.shape
    return make


for _opset in (19, 21, 22, 23, 25):
    ONNX[f"recent{_opset}"] = ("opsets", recent(_opset), _opset)


def blocked(opset):
    """Quantised weights with a scale per block of a row, in numbers of 16, of 8 and of 4 bits."""
    def make(name, _):
        g = Graph(name, (8,))
        def weights(rows, columns, dtype, most, block):
            v = g.r.integers(-most, most, (rows, columns))
            stored = g.weight(values=v, dtype=dtype) if dtype != "int4" else g.four(v)
            scale = g.weight(values=g.r.uniform(0.1, 1, (rows // block, columns)) / most)
            return g.node("DequantizeLinear", stored, scale, axis=0, block_size=block)
        c = g.node("Relu", g.node("MatMul", "x", weights(8, 6, "int8", 127, 4)))
        c = g.node("Relu", g.node("MatMul", c, weights(6, 6, "int16", 3000, 2)))
        return g.model(g.node("MatMul", c, weights(6, 3, "int4", 7, 3)), opset), g.shape
    return make


ONNX["blocked21"] = ("qdq", blocked(21), 21)
ONNX["blocked23"] = ("qdq", blocked(23), 23)


def written_out(kind, shape=(2, 5, 5)):
    """Activations as exporters before their operator sets wrote them: as sums and products."""
    def make(name, opset):
        g = Graph(name, shape)
        def act(c):
            if kind == "softsign":
                return g.node("Div", c, g.node("Add", g.node("Abs", c), g.weight(values=1.0)))
            if kind == "gelu_tanh_pow":
                cube = g.node("Mul", g.node("Pow", c, g.weight(values=3.0)), g.weight(values=0.044715))
            else:
                cube = g.node("Mul", g.node("Mul", g.node("Mul", c, c), c), g.weight(values=0.044715))
            t = g.node("Tanh", g.node("Mul", g.node("Add", c, cube), g.weight(values=np.sqrt(2 / np.pi))))
            t = g.node("Add", t, g.weight(values=1.0))
            if kind == "gelu_tanh_pow":
                return g.node("Mul", g.node("Mul", c, g.weight(values=0.5)), t)
            return g.node("Mul", g.weight(values=0.5), g.node("Mul", c, t))
        c = act(g.node("Conv", "x", g.weight(3, 2, 3, 3)))
        c = act(g.node("Gemm", g.node("Flatten", c), g.weight(27, 4), g.weight(4)))
        return g.model(g.node("MatMul", c, g.weight(4, 3)), opset), g.shape
    return make


for _kind in ("softsign", "gelu_tanh_pow", "gelu_tanh_mul"):
    ONNX["written_" + _kind] = ("activations-onnx", written_out(_kind), 13)


# ---------------------------------------------------------------- to be refused

@keras_model("refused")
def multi_label():
    return keras.Sequential([keras.Input((4, 4, 1)), L.Flatten(), L.Dense(5, activation="sigmoid")])


@torch_model("refused", (1, 4, 4))
def multi_label_torch():
    return nn.Sequential(nn.Flatten(), nn.Linear(16, 5), nn.Sigmoid())


@torch_model("refused", (2, 12), ends=("pt2",))
def circular():
    return nn.Sequential(nn.Conv1d(2, 3, 3, padding=1, padding_mode="circular"), nn.ReLU(), nn.Flatten(), nn.Linear(36, 2))


@torch_model("refused", (4, 6, 6))
def lrn():
    return nn.Sequential(nn.Conv2d(4, 4, 3), nn.ReLU(), nn.LocalResponseNorm(3), nn.Flatten(), nn.Linear(64, 2))


@torch_model("refused", (4, 6, 6))
def squeeze_and_excite():
    def forward(self, x):
        return self.fc((x * torch.sigmoid(self.conv(x.mean((2, 3), keepdim=True)))).flatten(1))
    return Calls(forward, conv=nn.Conv2d(4, 4, 1), fc=nn.Linear(144, 2))


@onnx_model("refused")
def lrn_onnx(name, opset):
    g = Graph(name, (4, 5, 5))
    c = g.node("LRN", g.node("Relu", g.node("Conv", "x", g.weight(4, 4, 3, 3))), size=3)
    return g.model(g.node("Flatten", c), opset), g.shape


@onnx_model("refused")
def integers(name, opset):
    g = Graph(name, (5,))
    c = g.node("DynamicQuantizeLinear", "x", outputs=3)
    c = g.node("MatMulInteger", c, g.weight(values=np.ones((5, 3)), dtype="int8"))
    return g.model(g.node("Cast", c, to=1), opset), g.shape


# ---------------------------------------------------------------- accuracy with ReLU in place of others

def blobs(count, seed):
    """Three classes of noisy spots at three places of 8 × 8 pixels."""
    r = np.random.default_rng(seed)
    y = r.integers(0, 3, count)
    x = r.normal(0, 0.9, (count, 8, 8, 1)).astype("float32")
    for i, c in enumerate(y):
        x[i, 1 + 2 * c:3 + 2 * c, 6 - 2 * c:8 - 2 * c] += 1.0
    return x, y


def write_trained(act):
    keras.utils.set_random_seed(7)
    model = keras.Sequential([keras.Input((8, 8, 1)), L.Conv2D(6, 3), L.Activation(act), L.Conv2D(8, 3), L.Activation(act), L.Flatten(),
                              L.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(*blobs(600, 1), epochs=12, verbose=0)
    x, y = blobs(120, 2)
    other = keras.models.clone_model(model, clone_function=lambda layer: L.Activation("relu") if isinstance(layer, L.Activation)
                                     else layer.__class__.from_config(layer.get_config()))
    other.set_weights(model.get_weights())
    base = path("trained", act)
    model.save(base + ".keras")
    np.savez(base + ".data.npz", x_test=x, y_test=y)
    print(act, *[f"{100 * np.mean(np.argmax(m.predict(x, verbose=0), 1) == y):.2f} %" for m in (model, other)])


if not KINDS or "trained" in KINDS:
    for act in ("silu", "tanh"):
        write_trained(act)

failed = []
for group, write in ((KERAS, write_keras), (TORCH, write_torch), (ONNX, write_onnx)):
    for name, entry in group.items():
        if KINDS and entry[0] not in KINDS and name not in KINDS:
            continue
        try:
            write(name)
        except Exception as e:
            failed.append(name)
            print("NOT WRITTEN", entry[0], name, type(e).__name__, str(e).strip().replace("\n", " ")[:160])
print(len(failed), "not written")
