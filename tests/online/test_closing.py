"""Closing the window ends the program, whatever a server does."""

import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from directory_app.bundled import bundled
from directory_app.store.store import Store

_PATIENCE = 60
"""Seconds until the test gives up; the program would wait for an hour."""
_PROGRAM = Path(__file__).with_name("closing_program.py")


@pytest.mark.timeout(120)
@pytest.mark.parametrize("begins", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n["], ids=["silent", "stuck"])
def test_the_program_ends_while_the_server_still_has_its_question(tmp_path: Path, begins: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "no_proxy": "127.0.0.1"}
        words = [sys.executable, "-P", str(_PROGRAM), str(tmp_path), url]
        program = subprocess.Popen(
            words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        try:
            server.settimeout(_PATIENCE)
            connection, _ = server.accept()
            with connection:
                assert connection.recv(65_536).startswith(b"GET /search")
                connection.sendall(begins)
                said, _ = program.communicate(b"close\n", timeout=_PATIENCE)  # it ends though it never gets its answer
        finally:
            program.kill()
            program.communicate()
        assert (program.returncode, said.decode()) == (0, "")
    with closing(Store.open(tmp_path / "offices.sqlite", bundled("db", "migrations"))) as store:
        assert len(store.summaries()) > 20
