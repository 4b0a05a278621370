"""Pages that were fetched, kept in a folder: the same page is not asked for twice a day, and later only whether it changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from parsers.readers.transfer import Answer


@dataclass(frozen=True)
class Kept:
    """An answer that was kept, and whether it is of today."""

    answer: Answer
    is_fresh: bool

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask only for what changed."""
        known = {"If-None-Match": self.answer.etag, "If-Modified-Since": self.answer.modified}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True)
class Cache:
    """The folder, or none; and the day that it is."""

    folder: Path | None
    today: date | None

    def get(self, address: str) -> Kept | None:
        """What was kept for an address; a file that cannot be read is as none."""
        import orjson

        try:
            head, body = self._place(address).read_bytes().split(b"\n", 1) if self.folder else (b"", b"")
            known = orjson.loads(head)
            day = known.pop("day")
            return Kept(Answer(**known, body=body), bool(self.today) and day == str(self.today))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def put(self, address: str, answer: Answer) -> None:
        """Keep an answer; where the folder cannot be written to, nothing is kept."""
        import orjson

        if not self.folder:
            return
        known = {name: value for name, value in asdict(answer).items() if name != "body"} | {"day": str(self.today)}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(orjson.dumps(known) + b"\n" + answer.body)
            os.replace(file.name, self._place(address))
        except OSError:
            return

    def _place(self, address: str) -> Path:
        return (self.folder or Path()) / hashlib.sha256(address.encode()).hexdigest()
