"""Reading in a process of its own, under limits of time and memory: what a file does to its reader ends there.

The parent sends a document as one line of JSON and its bytes, and gets lines of JSON back. Nothing that comes from the child is run.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Timer
from types import TracebackType
from typing import IO, Any, Self

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import Document, Failure, Item, Reader

GRACE = 5.0  # seconds for a child to end by itself
START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from parsers.readers.confined import serve; "
    "serve(int(sys.argv[2]), float(sys.argv[3]))"
)
PATIENCE = 10
OUT_OF_TIME = 24  # SIGXCPU, which Windows has no name for
LATE = "takes more than {:g} seconds to read, as no article does; save its text alone"
LARGE = "needs more memory to read than any article; save its text alone"
BROKEN = "breaks the library that reads it; save its text alone"


@dataclass(frozen=True)
class Limits:
    """What one document may take of its reader: seconds of the processor, bytes of memory, and bytes of its own.

    By the clock it may take ten times as long, for machines that are busy; that alone holds on Windows. Memory is limited on Linux. A child
    reads ``documents`` before another takes its place, so that nothing adds up.
    """

    seconds: float = 60
    memory: int = 1_500_000_000
    size: int = 50_000_000
    documents: int = 1_000


class Confinement:
    """The child that reads for a parent; started with the first document, ended with the ``with`` block."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def read(self, reader: Reader, document: Document) -> Iterator[Item]:
        """What ``reader`` makes of the document. Raises InputError where the document as a whole cannot be used or breaks the limits."""
        request = packed_document(document, document.data(self.limits.size)) | {"reader": reader.name}
        answers: list[dict[str, Any]] = []
        end = self._answered(request, answers)
        for answer in answers:
            yield _item(answer, document)
        if end:
            raise InputError(end)

    def _answered(self, request: dict[str, Any], answers: list[dict[str, Any]]) -> str:
        """Fill the answers; returns what went wrong in the end, "" for nothing."""
        child, late = self._ready(), Event()
        timer = Timer(PATIENCE * self.limits.seconds, _stop, (child, late))
        timer.start()
        try:
            return _asked(child, request, answers)
        except (OSError, EOFError):
            child.kill()
            spent = child.wait() == -OUT_OF_TIME
            return LATE.format(self.limits.seconds) if spent or late.is_set() else BROKEN
        finally:
            timer.cancel()
            self._rest(child)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._done = 0
            self._child = _started(self.limits)
        return self._child

    def _rest(self, child: subprocess.Popen[bytes]) -> None:
        self._done += 1
        if child.poll() is not None or self._done >= self.limits.documents:
            self._end()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child:
            # Without anything left to ask, the child ends by itself; one that is still at work is not waited for long.
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    _closed(pipe)
            try:
                child.wait(GRACE)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def _stop(child: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    child.kill()


def _closed(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still to be sent has nobody to go to


def _started(limits: Limits) -> subprocess.Popen[bytes]:
    import orjson

    # -P: a module of the working directory, which may be a stranger's, must not take the place of one of ours.
    command = [sys.executable, "-P", "-c", START, orjson.dumps(sys.path).decode(), str(limits.memory), str(limits.seconds)]
    env = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)  # noqa: S603 - our own


def _asked(child: subprocess.Popen[bytes], request: dict[str, Any], answers: list[dict[str, Any]]) -> str:
    if not child.stdin or not child.stdout:
        raise EOFError
    body = request.pop("data")
    _write(child.stdin, request, body)
    while "end" not in (answer := _read(child.stdout)):
        answers.append(answer)
    return str(answer["end"])


def _write(pipe: IO[bytes], values: dict[str, Any], body: bytes = b"") -> None:
    import orjson

    pipe.write(orjson.dumps(values | {"size": len(body)}) + b"\n")
    pipe.write(body)
    pipe.flush()


def _read(pipe: IO[bytes]) -> dict[str, Any]:
    """One message; EOFError where there is none."""
    import orjson

    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    values: dict[str, Any] = orjson.loads(line)
    data = pipe.read(values.pop("size"))
    return values | {"data": data}


def packed_document(document: Document, data: bytes) -> dict[str, Any]:
    """The document as values that JSON can carry, and its bytes."""
    about = {name: str(value) for name, value in document.about.items()}
    return {
        "name": document.name,
        "suffix": document.suffix,
        "charset": document.charset,
        "url": document.url,
        "about": about,
        "data": data,
    }


def _item(answer: dict[str, Any], outer: Document) -> Item:
    if "article" in answer:
        return Article(**answer["article"])
    if "failure" in answer:
        return Failure(*answer["failure"])
    return outer.inner(answer.pop("name"), answer.pop("data"), **answer)


def serve(memory: int, seconds: float) -> None:
    """The child's side: read documents from standard input until it ends."""
    _limit_memory(memory)
    stdin, stdout = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak in our place
    while True:
        try:
            request = _read(stdin)
        except EOFError:
            return
        _limit_time(seconds)
        _serve_one(request, stdout)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """From now on so many seconds of the processor, and the system ends this process."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), resource.RLIM_INFINITY))


def _serve_one(request: dict[str, Any], stdout: IO[bytes]) -> None:
    from parsers.readers import READERS

    name = request.pop("reader")
    reader = next(reader for reader in READERS if reader.name == name)
    try:
        for item in reader.read(Document(head=request.pop("data"), **request)):
            _write(stdout, *_answer(item))
        end = ""
    except MemoryError:
        _write(stdout, {"end": LARGE})
        os._exit(1)
    except (InputError, OSError) as error:
        end = Failure.of("", error).error
    except ImportError as error:
        # A library that no longer fits into the memory left is told by the loader in words of its own.
        end = LARGE if "failed to map" in str(error) else f"a library of its reader does not load ({error}); `timeline doctor` says which"
    except Exception as error:  # noqa: BLE001 - a library that stumbles over a stranger's file stops nothing else
        end = f"its reader stumbles over it ({type(error).__name__}: {error}); save its text alone"
    _write(stdout, {"end": " ".join(end.split())})


def _answer(item: Item) -> tuple[dict[str, Any], bytes]:
    if isinstance(item, Article):
        return {"article": item.model_dump(mode="json")}, b""
    if isinstance(item, Failure):
        return {"failure": [item.name, item.error, item.url]}, b""
    values = packed_document(item, item.data())
    return values, values.pop("data")
