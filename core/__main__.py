"""`dubwright`: the command line. Reads arguments, calls one command, turns errors into exit codes.

Exit codes: 0 done · 1 a defect of ours · 2 wrong usage · 3 the input cannot be used · 4 weights missing or damaged ·
5 device · 6 cancelled.
"""

import argparse
import signal
import sys
import traceback
from pathlib import Path

from core.console import Console, JsonConsole, TextConsole
from core.errors import DubError
from core.version import version

BUG, CANCELLED = 1, 6


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    console: Console = JsonConsole() if options.json else TextConsole()
    _end_on_signals(console)
    try:
        from core import commands

        getattr(commands, options.command)(options, console)
        return 0
    except DubError as error:
        console.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        return CANCELLED
    except Exception as error:  # noqa: BLE001 - the last stop of the program: what arrives here is a defect, told as one
        return _tell_bug(error, console)
    finally:
        console.close()


def _end_on_signals(console: Console) -> None:
    """Ctrl-C and a polite request to end cancel the work; its `finally` blocks run."""

    def end(*_: object) -> None:
        console.stop = True
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dubwright", description="Dub a film: the speaker's mouth follows your voice."
    )
    parser.add_argument("--version", action="version", version=f"dubwright {version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="JSON lines for programs")
    _add_dub(commands.add_parser("dub", parents=[common], help="dub a film with a voice"))
    demo = commands.add_parser("demo", parents=[common], help="dub the built-in clip")
    demo.add_argument("-o", "--out", type=Path, default=Path("dubbed"), help="folder for the result")
    probe = commands.add_parser("probe", parents=[common], help="say what is in a media file")
    probe.add_argument("file", type=Path)
    analyse = commands.add_parser("analyse", parents=[common], help="find the faces of a film")
    analyse.add_argument("video", type=Path)
    _add_faces(analyse)
    _add_weights(commands.add_parser("weights", help="list, fetch, import, verify or remove networks' weights"), common)
    _add_bench(commands.add_parser("bench", parents=[common], help="measure speed and memory on this machine"))
    _add_live(commands.add_parser("live", parents=[common], help="a face speaks while you speak"))
    commands.add_parser("devices", parents=[common], help="list microphones and loudspeakers")
    commands.add_parser("selfcheck", parents=[common], help="check this machine and this installation")
    commands.add_parser("licences", parents=[common], help="list what the program is built of, with every licence")
    return parser


def _add_bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", default="instant")
    parser.add_argument("--seconds", type=float, default=20.0, help="length of the film that is rendered; 0 for none")
    parser.add_argument("--weights", metavar="FOLDER", default="", help="musetalk: a folder in the official layout")
    parser.add_argument("--random-weights", action="store_true", help="musetalk: full-size networks, random weights")
    parser.add_argument("--decoder", choices=["full", "tiny"], default="full", help="musetalk: what makes the pictures")
    parser.add_argument("--backend", choices=["torch", "openvino"], default="", help="musetalk: what runs the networks")
    parser.add_argument("--gpu-report", type=Path, metavar="FILE", help="measure a graphics card, write a table (.md)")


def _add_dub(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("video", type=Path, help="a film, a picture, a folder of pictures, or a project (.dub)")
    parser.add_argument("voice", type=Path, nargs="?", help="any sound or film file; not with a project")
    parser.add_argument("-o", "--out", type=Path, required=True, help="film to write (.mp4, .mov, .mkv)")
    _add_engine(parser)
    _add_look(parser)
    parser.add_argument("--range", metavar="IN:OUT", help="dub only from IN to OUT: 2.5:64 in seconds, or 2.5-1:04")
    parser.add_argument("--start", metavar="T", default="0", help="time of the film at which the voice begins")
    _add_faces(parser)
    parser.add_argument("--face", type=int, metavar="N", help="number of the face, as “analyse” lists them")
    parser.add_argument(
        "--mix", choices=["replace", "mix", "duck"], default="replace", help="what becomes of its sound"
    )
    parser.add_argument("--length", choices=["picture", "voice"], default="picture", help="whose length the result has")
    parser.add_argument("--codec", default="h264", help="h264, hevc, prores, ffv1, or a hardware encoder")
    parser.add_argument("--quality", type=int, default=16, metavar="CRF", help="lower is better and larger")
    parser.add_argument("--loudness", type=float, metavar="LUFS", help="level the sound to this loudness, e.g. -16")
    parser.add_argument("--sheet", type=Path, metavar="PNG", help="also write a contact sheet of frames")


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", default="instant", help="instant, or musetalk with its own weights")
    weights = "the engine's weights: a set that “weights list” names, or a folder in the official layout"
    parser.add_argument("--weights", metavar="NAME_OR_FOLDER", default="", help=weights)
    shift = "musetalk: move the upper border of the new mouth down, opening it more; 0.1 is a twentieth of the face"
    parser.add_argument("--bbox-shift", type=float, metavar="SHARE", default=0.0, help=shift)
    margin = "musetalk: how much is seen below the chin; as the weights were trained if left out"
    parser.add_argument("--chin-margin", type=float, metavar="SHARE", help=margin)
    decoder = "musetalk: “tiny” is many times faster and softer"
    parser.add_argument("--decoder", choices=["full", "tiny"], default="full", help=decoder)


def _add_look(parser: argparse.ArgumentParser) -> None:
    region = "which part of the face is new; all but mesh need the weights “face-parsing”"
    parser.add_argument("--region", choices=["mesh", "jaw", "raw", "neck"], default="mesh", help=region)
    cheeks = "jaw: how far left and right of the middle it keeps its full width, 0 to 256 (default: 90,90)"
    parser.add_argument("--cheeks", metavar="L,R", help=cheeks)


def _add_weights(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", parents=[common], help="what there is, where it lies, and under which licence")
    verify = actions.add_parser("verify", parents=[common], help="compare every file with its hash")
    verify.add_argument("names", nargs="*", metavar="NAME", help="sets to verify; all if none is named")
    get = actions.add_parser("get", parents=[common], help="fetch from a hub; goes on where an earlier try stopped")
    get.add_argument("names", nargs="+", metavar="NAME", help="a set, or an engine for all that it needs")
    get.add_argument("--mirror", default="", metavar="URL", help="another hub than HF_ENDPOINT or huggingface.co")
    get.add_argument("--accept-licence", action="store_true", help="accept the licence that is shown, once")
    bring = actions.add_parser("import", parents=[common], help="use weights where they lie already")
    bring.add_argument("folder", type=Path, help="“models” of the authors' layout, the folder above, or one set's own")
    bring.add_argument("--name", default="", help="a name of your own, for weights that are not the published ones")
    remove = actions.add_parser("remove", parents=[common], help="delete what was fetched, or forget an import")
    remove.add_argument("name")
    remove.add_argument("--yes", action="store_true", help="do not ask")


def _add_faces(parser: argparse.ArgumentParser) -> None:
    pack = "folder of insightface networks that look for faces, instead of the built-in ones"
    parser.add_argument("--face-pack", type=Path, metavar="FOLDER", help=pack)
    parser.add_argument("--accept-licence", action="store_true", help="accept the licence of that pack, once")


def _add_live(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--face", type=Path, required=True, metavar="FILE", help="clip or picture that is to speak")
    parser.add_argument("--sound", type=Path, metavar="FILE", help="a sound that is spoken at the pace of real time")
    parser.add_argument("--realtime", action="store_true", help="with --sound: what it always does, said aloud")
    parser.add_argument("--device", metavar="N", help="number or name of the microphone (see “devices”)")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="film to record to (.mp4, .mov, .mkv)")
    parser.add_argument("--engine", default="instant", help="an engine that hears while one speaks")
    parser.add_argument("--weights", default="", metavar="NAME_OR_FOLDER", help="the engine's weights")
    parser.add_argument("--hold", type=int, metavar="FRAME", help="hold this frame of the clip, counted from 1")
    parser.add_argument("--seconds", type=float, metavar="S", help="end after so long; without it Ctrl-C ends")
    gate = "level in dBFS below which sound is noise (default: -50; -inf for none)"
    parser.add_argument("--gate", type=float, metavar="DB", help=gate)
    parser.add_argument("--monitor", nargs="?", const="", metavar="N", help="play the voice, as late as the picture")
    parser.add_argument("--camera", action="store_true", help="also be a virtual camera (needs pyvirtualcam)")


def _tell_bug(error: Exception, console: Console) -> int:
    """Keep the traceback in a file: the person sees a sentence, the developer gets the rest."""
    from core.paths import log_folder

    reason = f"Dubwright failed: {type(error).__name__}. This is a defect of ours, not of your files."
    try:
        report = log_folder() / "crash.txt"
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        console.error(DubError(reason, f"Please send us {report}."))
    except OSError:
        traceback.print_exception(error)
        console.error(DubError(reason, "Please send us the lines above."))
    return BUG


if __name__ == "__main__":
    sys.exit(main())
