"""Writes the small PyTorch and ONNX models that the importer is tested with, and their outputs.

PyTorch 2.13, onnx 1.23: python src/test/python/torch_corpus.py, at the top of the project.
"""
import warnings

import numpy as np
import torch
from torch import nn

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


MODELS = {
    "plain": (
        nn.Sequential(
            nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.AvgPool2d(2), nn.Dropout(0.2),
            nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(3, stride=2, padding=1), nn.Flatten(),
            nn.Linear(24, 10), nn.ReLU(), nn.Linear(10, 3), nn.Softmax(dim=1)),
        (1, 8, 8)),
    "residual": (Residual(), (3, 8, 8)),
    "branches": (Branches(), (2, 6, 8)),
    "dense": (nn.Sequential(nn.Linear(7, 9), nn.BatchNorm1d(9), nn.Hardtanh(0, 6), nn.Linear(9, 2)), (7,)),
    "tanh": (nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2), nn.Sigmoid()), (4,)),
}

for name, (model, shape) in MODELS.items():
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
    torch.onnx.export(model, x, f"{HERE}/{name}.onnx", dynamo=False, input_names=["x"],
                      dynamic_axes={"x": {0: "batch"}})
    if name in ("plain", "residual"):
        torch.onnx.export(model, (x[:1],), f"{HERE}/{name}-dynamo.onnx", verbose=False)
    with torch.no_grad():
        np.savez(f"{HERE}/{name}.io.npz", in0=x.numpy(), out0=model(x).numpy())
