"""Inference: the one door to onnxruntime and to the word pieces that its networks read."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import InstallError
from secondsource.text.weights import WEIGHTS


class Network:
    """A network of an ONNX file. The same arrays in give the same arrays out, however many threads there are."""

    def __init__(self, path: Path) -> None:
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # Idle threads that wait by spinning cost as much again as the work itself, and most on a busy machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise InstallError(f"{path.name} cannot be loaded ({error}); install secondsource again") from error
        self._wanted = frozenset(put.name for put in self._session.get_inputs())

    def run(self, **given: NDArray[Any]) -> Sequence[NDArray[np.float32]]:
        """What the network makes of the arrays `given` by name; names that it doesn't know are left out."""
        outputs: Sequence[NDArray[np.float32]] = self._session.run(
            None, {name: value for name, value in given.items() if name in self._wanted}
        )
        return outputs


@cache
def load_tokenizer(longest: int | None = None) -> Any:
    """The tokenizer of all networks here (weights/minilm); it leaves off what goes beyond `longest` pieces."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(WEIGHTS / "minilm" / "tokenizer.json"))
    except Exception as error:
        raise InstallError(f"the word pieces cannot be loaded ({error}); install secondsource again") from error
    tokenizer.no_padding()
    if longest is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(longest)
    return tokenizer
