"""Where the cache lies and how large it may grow, as the person prefers it. Tells `core` by the environment; no widget.

What the environment says by itself comes first: it was set on purpose, for this start.
"""

import os

from app.settings import Settings
from core.cache import LIMIT
from core.errors import MediaError
from core.paths import CACHE, check_writable


class CachePlace:
    """What this program says of the cache to itself and to the programs it starts. `close` takes it back.

    `fixed` names the variables that were set before; `fault` says why the preferred folder is not used, if it is not.
    """

    def __init__(self, settings: Settings) -> None:
        self.fixed = frozenset(name for name in (CACHE, LIMIT) if os.environ.get(name))
        self.fault: MediaError | None = None
        if settings.cache is not None and CACHE not in self.fixed:
            try:
                check_writable(settings.cache)
                os.environ[CACHE] = str(settings.cache)
            except MediaError as error:
                self.fault = error
        self.limit(settings)

    def limit(self, settings: Settings) -> None:
        """Let the cache grow as large as these settings say, from now on."""
        if LIMIT not in self.fixed:
            os.environ[LIMIT] = str(settings.cache_gb)

    def close(self) -> None:
        """Say nothing any more."""
        for name in {CACHE, LIMIT} - self.fixed:
            os.environ.pop(name, None)
