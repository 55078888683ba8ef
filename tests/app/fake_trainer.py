# ruff: noqa: T201 - a program of its own, which speaks on its standard output
"""Speaks as the training program does, and learns nothing: `python -m tests.app.fake_trainer SCRIPT finetune …`.

SCRIPT says what happens: `good` learns for a while and ends with a verdict, `refused` finds the clips unfit, `crash`
dies in the middle, `defect` ends with a traceback, `slow` learns until it is told to stop, `journey` takes its time.
"""

import json
import os
import signal
import struct
import sys
import threading
import time
import zlib
from pathlib import Path

STEPS = 20
CLIPS = [
    {"begin": 0.0, "end": 28.0, "kept": True, "reasons": []},
    {"begin": 28.0, "end": 41.5, "kept": False, "reasons": ["blurred (sharpness 0.11)", "2 people are seen"]},
]
BAD = [{"begin": 0.0, "end": 12.0, "kept": False, "reasons": ["the lips are 0.32 s too late"]}]


def say(event: str, **more: object) -> None:
    print(json.dumps({"event": event, **more}), flush=True)


def interval(mean: float, half: float) -> dict[str, float]:
    return {"mean": mean, "low": mean - half, "high": mean + half, "groups": 30}


def proof(verdict: str) -> dict[str, object]:
    rows = {"error": (0.081, 0.069), "mouth": (0.031, 0.027), "softness": (0.21, 0.2), "listening": (0.01, 0.02)}
    changes = {
        name: {
            "before": interval(before, 0.004),
            "after": interval(after, 0.004),
            "difference": interval(after - before, 0.02 if name == "softness" else 0.003),
        }
        for name, (before, after) in rows.items()
    }
    return {"verdict": verdict, "seconds": 30, **changes}


def grey_png(level: int, side: int = 64) -> bytes:
    """A picture, made without a library: this program has to start in a moment."""
    parts = [b"\x89PNG\r\n\x1a\n"]
    pixels = zlib.compress((b"\0" + bytes([level]) * side) * side)
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    for kind, data in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")):
        parts.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return b"".join(parts)


def sample(folder: Path, step: int) -> dict[str, object]:
    path = folder / f"sample-{step:08d}.png"
    folder.mkdir(parents=True, exist_ok=True)
    drawn = sorted((Path(os.environ["DUBWRIGHT_CACHE"]) / "strips").glob("*.png"))
    path.write_bytes(drawn[step // 5 % len(drawn)].read_bytes() if drawn else grey_png((60 + 5 * step) % 256))
    return {"step": step, "path": str(path), "error": 0.1 / (1 + step / 10)}


class Run:
    """One call; what was learned is kept in the folder `DUBWRIGHT_CACHE`, so that it can be gone on with."""

    def __init__(self, script: str, arguments: list[str]) -> None:
        self.script, self.arguments = script, arguments
        self.name = arguments[arguments.index("--name") + 1]
        self.folder = Path(os.environ["DUBWRIGHT_CACHE"]) / "finetune" / self.name
        self.stopping = False
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        for line in sys.stdin:
            self.stopping = self.stopping or line.strip() == "stop"
        self.stopping = self.stopping or "--attended" in self.arguments

    def go(self) -> int:
        say("notice", text="Without --vgg the perceptual loss is left out: pixels alone are learned from.")
        say("progress", done=0, total=1, label=Path(self.arguments[1]).name)
        films = [{"film": Path(self.arguments[1]).name, "trouble": "", "clips": CLIPS}]
        if self.script == "refused":
            films = [{"film": "a.mp4", "trouble": "", "clips": BAD}]
            say("check", films=films, seconds=0.0, least=20.0)
            say("error", message="0 seconds of these films can be learned from; 20 are the least.\na table", hint="Film more.", exit=3)  # fmt: skip # noqa: E501
            return 3
        say("check", films=films, seconds=28.0, least=20.0)
        small = self.arguments[self.arguments.index("--method") + 1] == "lora"
        share = float(self.arguments[self.arguments.index("--held-out") + 1])
        seconds = 5400.0 * (1 - share) / 0.9 / (2 if small else 1)
        say("estimate", memory=4.2e9 if small else 9.1e9, free=12.4e9, seconds=seconds, steps=STEPS)
        if "--check" in self.arguments:
            say("result", checked=True)
            return 0
        return self.learn()

    def learn(self) -> int:
        state = self.folder / "state.json"
        rows = json.loads(state.read_text()) if state.is_file() else {"metrics": [], "samples": []}
        done = len(rows["metrics"])
        if done:
            say("earlier", **rows)
        while done < STEPS or self.script == "slow":
            done += 1
            rows["metrics"].append({"step": done, "losses": {"pixel": 0.1 / (1 + done / 8)}, "rate": 1e-5, "norm": 1.0})
            say("metrics", **rows["metrics"][-1])
            say("progress", done=done, total=max(STEPS, done), label="steps")
            if done % 5 == 0:
                rows["samples"].append(sample(self.folder / "samples", done))
                say("sample", **rows["samples"][-1])
            time.sleep(0.15 if self.script == "journey" else 0.01)
            if self.stopping:
                state.write_text(json.dumps(rows))
                say("result", stopped=True, work=str(self.folder))
                return 0
            if done == STEPS // 2 and self.script == "crash":
                state.write_text(json.dumps(rows))
                os.kill(os.getpid(), signal.SIGKILL)
            if done == STEPS // 2 and self.script == "defect":
                raise LookupError("a defect made for a test")
        say("progress", done=1, total=2, label="comparing")
        verdict = "worse" if self.script == "worse" else "better"
        pairs = sorted(map(str, Path(os.environ["DUBWRIGHT_CACHE"]).glob("pairs/*.mp4")))
        say("result", folder=f"/weights/{self.name}", use=self.name, proof=proof(verdict), pairs=pairs)
        return 0


if __name__ == "__main__":
    sys.exit(Run(sys.argv[1], sys.argv[2:]).go())
