"""Takes out of .pt2 and .onnx files what names the machine that they were made on: stack traces and comments.

onnx 1.23: python src/test/python/without_paths.py FILE…; torch_corpus.py does it with what it writes.
"""
import re
import sys
import zipfile

import onnx

STACK_TRACE = re.compile(rb'"stack_trace": "(?:[^"\\]|\\.)*"(?:, )?')


def exported_program(file):
    """Rewrites the archive without the stack traces in its JSON; all else keeps its bytes."""
    with zipfile.ZipFile(file) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            if name.endswith("models/model.json"):
                content = STACK_TRACE.sub(b"", content)
            archive.writestr(zipfile.ZipInfo(name), content)


def onnx_model(file):
    """Rewrites the model without comments and metadata; weights in a file beside it stay there."""
    model = onnx.load(file, load_external_data=False)
    graph = model.graph
    parts = [model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output, *graph.value_info]
    for part in parts:
        part.ClearField("doc_string")
        part.ClearField("metadata_props")
    with open(file, "wb") as out:
        out.write(model.SerializeToString(deterministic=True))


def strip(file):
    onnx_model(file) if file.endswith(".onnx") else exported_program(file)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        strip(path)
