"""Writes the small PyTorch and ONNX models that the importer is tested with, and their outputs.

PyTorch 2.13, onnx 1.23: python src/test/python/torch_corpus.py [NAME…], at the top of the project.
"""
import sys
import warnings
from glob import glob

import numpy as np
import torch
from torch import nn
from without_paths import strip

warnings.filterwarnings("ignore")
HERE = "src/test/resources/org/eccexplorer/torch"


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 6, 3, padding=1, bias=False), nn.BatchNorm2d(6), nn.ReLU())
        self.a = nn.Sequential(nn.Conv2d(6, 8, 3, stride=2, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.b = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1), nn.BatchNorm2d(8, eps=1e-3))
        self.skip = nn.Conv2d(6, 8, 1, stride=2)
        self.head = nn.Linear(8, 4)

    def forward(self, x):
        x = self.stem(x)
        x = torch.relu(self.b(self.a(x)) + self.skip(x))
        x = nn.functional.adaptive_avg_pool2d(x, 1)
        return self.head(torch.flatten(x, 1))


class Branches(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(2, 4, 3, padding=2, dilation=2)
        self.two = nn.Conv2d(2, 4, (1, 3), padding="same", groups=2)
        self.pool = nn.AvgPool2d(2, padding=1)
        self.depth = nn.Conv2d(8, 16, 3, groups=8)
        self.head = nn.Linear(16 * 2 * 3, 5)

    def forward(self, x):
        x = torch.cat([self.one(x).relu(), nn.functional.relu6(self.two(x))], dim=1)
        x = torch.relu(self.depth(self.pool(x)))
        return self.head(x.view(x.size(0), -1)).softmax(-1)


class Inverted(nn.Module):
    """An inverted residual as in MobileNet V2, and the mean over the image."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU6(inplace=True))
        self.block = nn.Sequential(
            nn.Conv2d(4, 12, 1, bias=False), nn.BatchNorm2d(12), nn.ReLU6(inplace=True),
            nn.Conv2d(12, 12, 3, padding=1, groups=12, bias=False), nn.BatchNorm2d(12), nn.ReLU6(inplace=True),
            nn.Conv2d(12, 4, 1, bias=False), nn.BatchNorm2d(4))
        self.drop = nn.Dropout(0.2, inplace=True)
        self.head = nn.Linear(4, 3)

    def forward(self, x):
        x = self.stem(x)
        x = x + self.block(x)
        return self.head(self.drop(x.mean([2, 3])))


class Windows(nn.Module):
    """Windows that the image does not fill, and every way to lose rows and columns of length 1."""

    def __init__(self):
        super().__init__()
        self.pad = nn.ZeroPad2d((0, 1, 2, 0))
        self.one = nn.Conv2d(2, 4, 3)
        self.two = nn.Conv2d(4, 4, 3, padding=1)
        self.head = nn.Linear(12, 3)

    def forward(self, x):
        f = nn.functional
        x = f.max_pool2d(self.one(self.pad(x)).relu(), 3, 2, ceil_mode=True)
        y = f.avg_pool2d(self.two(x).relu(), 3, 2, padding=1, ceil_mode=True)
        z = f.avg_pool2d(y, 2, padding=1, count_include_pad=False, ceil_mode=True)
        a = f.adaptive_avg_pool2d(y, 1).squeeze(-1).squeeze(-1)
        b = f.adaptive_avg_pool2d(z, 1)[:, :, 0, 0]
        c = f.adaptive_max_pool2d(y, 1)
        return self.head(torch.cat([a, b, torch.flatten(c, 1)], 1))


class Prepared(nn.Module):
    """Images normalised in the model, numbers between layers, pixels repeated."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1))
        self.one = nn.Conv2d(3, 4, 3, padding=1)
        self.two = nn.Conv2d(4, 2, 1)
        self.head = nn.Linear(2 * 8 * 8, 3)
        self.scale = nn.Parameter(torch.rand(3) + 0.5)

    def forward(self, x):
        x = (x - self.mean) / self.std
        x = (2 * self.one(x) - 0.5).clamp(min=0)
        x = (1 - self.two(x)).relu() / 4 + 0.25
        x = nn.functional.interpolate(x, scale_factor=2)
        return self.head(x.reshape(x.shape[0], -1)) * self.scale


def unit(inputs, outputs):
    """Pointwise, depthwise, pointwise, as in ShuffleNet V2."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
        nn.Conv2d(outputs, outputs, 3, padding=1, groups=outputs, bias=False), nn.BatchNorm2d(outputs),
        nn.Conv2d(outputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Shuffled(nn.Module):
    """Two units of ShuffleNet V2: half of the channels pass by, then all are shuffled."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, stride=2, padding=1), nn.ReLU())
        self.one, self.two = unit(4, 4), unit(4, 4)
        self.head = nn.Linear(8, 3)

    @staticmethod
    def shuffle(x):
        n, c, h, w = x.size()
        return x.view(n, 2, c // 2, h, w).transpose(1, 2).contiguous().view(n, -1, h, w)

    def forward(self, x):
        x = self.stem(x)
        for branch in (self.one, self.two):
            kept, x = x.chunk(2, dim=1)
            x = self.shuffle(torch.cat((kept, branch(x)), dim=1))
        return self.head(x.mean([2, 3]))


class Inception(nn.Module):
    """GoogLeNet with transform_input, which scales each channel by itself."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 6, 3, bias=False), nn.BatchNorm2d(6, eps=0.001), nn.ReLU())
        self.a = nn.Sequential(nn.Conv2d(6, 4, 1), nn.ReLU())
        self.b = nn.Sequential(nn.Conv2d(6, 4, 3, padding=1), nn.ReLU())
        self.pool = nn.Sequential(nn.AvgPool2d(3, stride=1, padding=1), nn.Conv2d(6, 2, 1), nn.ReLU())
        self.head = nn.Linear(10, 3)

    def forward(self, x):
        r = torch.unsqueeze(x[:, 0], 1) * (0.229 / 0.5) + (0.485 - 0.5) / 0.5
        g = torch.unsqueeze(x[:, 1], 1) * (0.224 / 0.5) + (0.456 - 0.5) / 0.5
        b = torch.unsqueeze(x[:, 2], 1) * (0.225 / 0.5) + (0.406 - 0.5) / 0.5
        x = self.stem(torch.cat((r, g, b), 1))
        x = torch.cat([self.a(x), self.b(x), self.pool(x)], 1)
        return self.head(torch.flatten(nn.functional.adaptive_avg_pool2d(x, (1, 1)), 1))


class Joined(nn.Module):
    """Images below and beside each other, and joined without their rows and columns."""

    def __init__(self):
        super().__init__()
        self.one, self.two = nn.Conv2d(2, 4, 3, padding=1), nn.Conv2d(2, 4, (2, 1))
        self.four = nn.Conv2d(4, 3, (1, 2))
        self.head = nn.Linear(3, 2)

    def forward(self, x):
        y = torch.cat([self.one(x), self.two(x)], dim=2).relu()
        y = torch.cat([y, y[:, :, 2:3]], dim=2)
        z = torch.cat([y, y[:, :, :, 1:3]], dim=-1)
        z = self.four(z).relu()
        z = torch.cat([z.flatten(2), z[:, :, 0]], dim=2)
        return self.head(z.mean(2))


class Scaled(nn.Module):
    """Bilinear scaling both ways, to a size and by a factor."""

    def __init__(self):
        super().__init__()
        self.one, self.two = nn.Conv2d(2, 4, 3), nn.Conv2d(4, 3, 3)
        self.head = nn.Linear(3 * 5 * 7, 3)

    def forward(self, x):
        f = nn.functional
        x = f.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
        x = self.one(x).relu()
        x = self.two(f.interpolate(x, size=(11, 6), mode="bilinear", align_corners=True)).relu()
        x = f.interpolate(x, size=(5, 7), mode="bilinear", align_corners=False)
        return self.head(torch.flatten(x, 1))


class Moved(nn.Module):
    """Values that only move: pixels to channels and back, permuted, split, sliced."""

    def __init__(self):
        super().__init__()
        self.one, self.two, self.three = nn.Conv2d(8, 8, 3, padding=1), nn.Conv2d(4, 6, 1), nn.Conv2d(3, 4, 2)
        self.head = nn.Linear(76, 3)

    def forward(self, x):
        x = self.one(nn.functional.pixel_unshuffle(x, 2)).relu()
        a, b, c = torch.split(x, [1, 4, 3], dim=1)
        b = self.two(b).relu()
        x = torch.cat([a, b, c[:, 1:2]], 1)
        y = nn.functional.pixel_shuffle(x, 2)
        z = self.three(x.permute(0, 2, 1, 3)).relu()
        return self.head(torch.cat([y.flatten(1), z.transpose(1, 3).flatten(1)], 1))


class Normalised(nn.Module):
    """What depends on the image: refused."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3), nn.GroupNorm(2, 4), nn.GELU())
        self.norm, self.head = nn.LayerNorm(4), nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.norm(self.stem(x).mean([2, 3])))


MODELS = {
    "shuffled": (Shuffled(), (3, 8, 8)),
    "inception": (Inception(), (3, 7, 7)),
    "joined": (Joined(), (2, 4, 5)),
    "scaled": (Scaled(), (2, 4, 5)),
    "moved": (Moved(), (2, 6, 4)),
    # Averages over windows that do not divide the image.
    "unequal": (
        nn.Sequential(nn.Conv2d(2, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d((3, 4)), nn.Flatten(), nn.Linear(48, 3)),
        (2, 7, 9)),
    "normalised": (Normalised(), (3, 6, 6)),
    "plain": (
        nn.Sequential(
            nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.AvgPool2d(2), nn.Dropout(0.2),
            nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(3, stride=2, padding=1), nn.Flatten(),
            nn.Linear(24, 10), nn.ReLU(), nn.Linear(10, 3), nn.Softmax(dim=1)),
        (1, 8, 8)),
    "residual": (Residual(), (3, 8, 8)),
    "branches": (Branches(), (2, 6, 8)),
    "dense": (nn.Sequential(nn.Linear(7, 9), nn.BatchNorm1d(9), nn.Hardtanh(0, 6), nn.Linear(9, 2)), (7,)),
    "inverted": (Inverted(), (3, 8, 8)),
    "windows": (Windows(), (2, 12, 11)),
    "prepared": (Prepared(), (3, 4, 4)),
    # As VGG does with images that are smaller than those that it was made for.
    "grown": (
        nn.Sequential(
            nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.AdaptiveAvgPool2d((2, 4)), nn.Flatten(),
            nn.Linear(32, 3)),
        (1, 4, 4)),
    "tanh": (nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2), nn.Sigmoid()), (4,)),
}

for name, (model, shape) in MODELS.items():
    if sys.argv[1:] and name not in sys.argv[1:]:
        continue
    torch.manual_seed(sum(map(ord, name)))
    for module in model.modules():
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.5, 0.5)
            module.running_mean.uniform_(-0.3, 0.3)
            module.running_var.uniform_(0.5, 2)
    model.eval()
    x = torch.rand(4, *shape)
    batch = torch.export.Dim("batch", min=1, max=4096)
    torch.export.save(torch.export.export(model, (x,), dynamic_shapes=({0: batch},)), f"{HERE}/{name}.pt2")
    if name not in ("windows", "grown", "unequal"):  # which the older exporter cannot write, or not plainly
        torch.onnx.export(model, x, f"{HERE}/{name}.onnx", dynamo=False, input_names=["x"],
                          dynamic_axes={"x": {0: "batch"}})
    if name in ("plain", "residual", "inverted", "windows", "prepared", "shuffled", "inception", "joined", "scaled", "moved", "normalised"):
        torch.onnx.export(model, (x[:1],), f"{HERE}/{name}-dynamo.onnx", verbose=False)
    for file in glob(f"{HERE}/{name}.pt2") + glob(f"{HERE}/{name}.onnx") + glob(f"{HERE}/{name}-dynamo.onnx"):
        strip(file)
    with torch.no_grad():
        np.savez(f"{HERE}/{name}.io.npz", in0=x.numpy(), out0=model(x).numpy())
