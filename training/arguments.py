"""Arguments of the commands that train the engine `musetalk`. Knows no command by its inside."""

import argparse
from pathlib import Path
from typing import Any

_SYNC = "who judges lips and sound: “lips”, a name, folder or file of weights (default: the best that is here)"


def add_commands(actions: Any) -> None:
    """Add every command to argparse's table of them; `command` names its function in `training.commands`."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="JSON lines for programs")
    for name, add, told in (
        ("prepare", _add_prepare, "cut clips of people who speak out of films, and leave the bad ones out"),
        ("train", _add_train, "teach the inpainting network; the same command goes on where it was left"),
        ("finetune", _add_finetune, "adapt weights to one person, and say whether it helped"),
        ("evaluate", _add_evaluate, "measure weights on people they were not made with"),
        ("export", _add_export, "make weights that dub of a training run"),
        ("tiny", _add_tiny, "teach the whole method to small networks with painted presenters, and dub with them"),
        ("ablations", _add_ablations, "the same with other references and other margins, to compare them"),
    ):
        parser = actions.add_parser(name, parents=[common], help=told)
        parser.set_defaults(command=name)
        add(parser)


def _add_prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="films; a folder for each person")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="SHARDS", help="folder for the clips")
    parser.add_argument("--shard", default="", metavar="I/N", help="do the I-th of N parts of the films")
    parser.add_argument("--lossless", action="store_true", help="keep pictures as PNG: five times as large")
    parser.add_argument("--sync", default="", metavar="WEIGHTS", help=_SYNC)


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", metavar="RECIPE", help="stage1, stage2, syncnet, mouth, finetune, smoke, or a file")
    parser.add_argument("changes", nargs="*", metavar="NAME=VALUE", help="changes of the recipe, e.g. batch=8")
    parser.add_argument("--data", type=Path, metavar="SHARDS", help="what “prepare” made; mouth needs none")
    parser.add_argument("--weights", default="", help="to begin with: a name, or a folder in the official layout")
    parser.add_argument("--fresh", action="store_true", help="begin with random weights of the same dimensions")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="RUN", help="checkpoints and figures")
    parser.add_argument("--vgg", type=Path, metavar="FILE", help="VGG-19 for the perceptual loss")
    parser.add_argument("--syncnet", type=Path, metavar="FILE", help="SyncNet for the sync loss")
    parser.add_argument("--held-out", type=_share, default=0.1, metavar="SHARE", help="of the persons (default: 0.1)")


def _add_finetune(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("clips", nargs="+", type=Path, metavar="CLIP", help="films of the person, speaking")
    parser.add_argument("--base", default="", help="weights to begin with: a name or a folder (default: the best)")
    parser.add_argument("-o", "--name", required=True, help="name of the new weights")
    parser.add_argument("--recipe", help="a recipe, or a TOML file (default: finetune, or finetune-lora)")
    parser.add_argument("--method", choices=["auto", "full", "lora"], default="auto", help="(default: by the memory)")
    parser.add_argument("--held-out", type=_share, default=0.1, metavar="SHARE", help="of the film (default: 0.1)")
    parser.add_argument("--set", dest="changes", action="append", default=[], metavar="NAME=VALUE", help="change it")
    parser.add_argument("--vgg", type=Path, metavar="FILE", help="VGG-19 for the perceptual loss")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="for clips and checkpoints (default: the cache)")
    parser.add_argument("--check", action="store_true", help="only look whether the clips and this machine are fit")
    parser.add_argument("--attended", action="store_true", help="stop and save when standard input ends")


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="SHARDS", help="prepared clips of people who were not learned from")
    parser.add_argument("--weights", default="", help="what to measure: a name or a folder (default: the best)")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="for figures, page and clips")
    parser.add_argument("--seconds", type=float, default=8.0, help="of each person (default: 8)")
    parser.add_argument("--identity", type=Path, metavar="FILE", help="ArcFace-like network for CSIM, as ONNX")
    parser.add_argument("--inception", type=Path, metavar="FILE", help="pt_inception-2015-12-05-6726825d.pth for FID")
    parser.add_argument("--syncnet", type=Path, metavar="FILE", help="syncnet_v2.model for LSE-C and LSE-D")
    parser.add_argument("--identity-scaling", choices=["signed", "imagenet"], default="signed", help="colours it takes")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a training run")
    parser.add_argument("-o", "--name", required=True, help="name of the new weights")


def _add_tiny(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="for everything that is made")
    parser.add_argument("--ear", type=Path, metavar="FOLDER", help="Whisper tiny (default: the one that dubs)")
    parser.add_argument("--set", dest="changes", action="append", default=[], metavar="NAME=VALUE", help="of recipes")


def _add_ablations(parser: argparse.ArgumentParser) -> None:
    _add_tiny(parser)
    parser.add_argument("--only", nargs="+", metavar="VARIANT", help="some of the variants (default: all)")
    parser.add_argument("--shown", action="store_true", help="only measure what the pictures betray, train nothing")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2], metavar="N", help="(default: 1 2)")
    parser.add_argument("--begin", type=Path, metavar="FOLDER", help="networks to begin with (default: from nothing)")


def _share(text: str) -> float:
    share = float(text)
    if not 0 < share < 1:
        raise argparse.ArgumentTypeError("must lie between 0 and 1")
    return share
