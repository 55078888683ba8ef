"""The JSON that lies beside a network's weights and gives its dimensions. Knows no network."""

import json
from pathlib import Path
from typing import Any

from core.errors import WeightsError


def network_config(path: Path) -> dict[str, Any]:
    """Dimensions of a network; keys that start with `_` speak of who wrote the file and are left out.

    Raises WeightsError if the file is missing or is not a JSON object.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WeightsError(f"{path} cannot be read.", "Get or import these weights again.") from error
    except ValueError as error:
        raise WeightsError(f"{path} is not JSON: {error}.", "Get or import these weights again.") from error
    if not isinstance(content, dict):
        raise WeightsError(f"{path} does not describe a network.", "Get or import these weights again.")
    return {key: value for key, value in content.items() if not key.startswith("_")}
