"""Cuts a piece out of a TensorFlow Lite network, to be run by itself. Knows nothing of what the network sees.

Some networks contain operations that only their makers' own program has. What lies before such an operation and what
lies behind it are ordinary networks: each is cut out, and the operation between them is done by other means.
"""

import struct
from collections.abc import Sequence
from typing import Any


def cut_out(data: bytes, *parts: tuple[int, Sequence[int]]) -> list[bytes]:
    """Pieces of a network, each as a network's file: the operations that lead from one tensor to others.

    A part is the number of the tensor that it begins with, and the numbers of those that it ends with. Raises
    ValueError if `data` is not such a network.
    """
    import flatbuffers
    from ai_edge_litert import schema_py_generated as schema

    model = _read(data, schema)
    graph, model.signatureDefs = model.subgraphs[0], None
    operations, pieces = graph.operators, []
    for entry, results in parts:
        graph.operators = [operations[step] for step in _steps(operations, entry, results)]
        graph.inputs, graph.outputs = [entry], list(results)
        builder = flatbuffers.Builder(len(data))
        builder.Finish(model.Pack(builder), b"TFL3")
        pieces.append(bytes(builder.Output()))
    return pieces


def _read(data: bytes, schema: Any) -> Any:
    if data[4:8] != b"TFL3":
        raise ValueError("not a TensorFlow Lite file")
    try:
        return schema.ModelT.InitFromObj(schema.Model.GetRootAs(data, 0))
    except (AttributeError, IndexError, OverflowError, TypeError, struct.error) as error:
        raise ValueError("a damaged TensorFlow Lite file") from error  # the reader believes every number it reads


def _steps(operations: list[Any], entry: int, results: Sequence[int]) -> list[int]:
    """Numbers of the operations that are needed, in their order."""
    makers = {int(made): step for step, operation in enumerate(operations) for made in operation.outputs}
    wanted, steps = list(results), set[int]()
    while wanted:
        tensor = wanted.pop()
        step = makers.get(tensor)
        if tensor != entry and step is not None and step not in steps:  # constants are made by nothing
            steps.add(step)
            wanted += [int(other) for other in operations[step].inputs if other >= 0]
    return sorted(steps)
