"""A program killed while it adds loses nothing that it reported, and the next run goes on where it stood."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from firsthand.ledger import Catalogue, check

ADDING = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from conftest_of_ledger import findings
from firsthand.ledger import Saved, Writer, content_key
with Writer(Path(sys.argv[1])) as ledger:
    for n in range(400):
        name = f"a{n}"
        if ledger.file(findings(name, f"Ines Kolbe said that pier {n} is closed."), Saved(content_key(name, None, None))):
            print(name, flush=True)
"""


def test_what_was_reported_outlives_a_kill(tmp_path: Path) -> None:
    (tmp_path / "conftest_of_ledger.py").write_text(Path(__file__).with_name("conftest.py").read_text())
    path, reported = tmp_path / "ledger.db", set()
    command = [sys.executable, "-c", ADDING, str(path), str(tmp_path), *sys.path]
    for stop_after in (1, 3, 10, 25, 60):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:
            assert adding.stdout
            for _, line in zip(range(stop_after), adding.stdout, strict=False):
                reported.add(line.strip())
            os.kill(adding.pid, signal.SIGKILL)
            reported |= {line.strip() for line in adding.stdout if line.endswith("\n")}
        with Catalogue.open(path) as ledger:
            assert reported <= set(ledger.articles())
        assert not check(path).faults
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert reported.isdisjoint(done.stdout.split())
    with Catalogue.open(path) as ledger:
        assert ledger.holdings().articles == 400
        assert json.dumps(sorted(ledger.articles())) == json.dumps(sorted(f"a{n}" for n in range(400)))
