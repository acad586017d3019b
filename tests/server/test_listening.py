import os
import socket

import pytest

from server import listening, settings
from server.setting import WrongSetting


def test_a_taken_port_is_refused_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(WrongSetting) as refused:
            listening.listen(settings.read({"BEGRIP_PORT": str(port)}))

    assert str(refused.value) == f"BEGRIP_PORT: cannot listen on 127.0.0.1 port {port}: Address already in use"


def test_a_host_that_is_not_ours_is_refused_in_one_line() -> None:
    with pytest.raises(WrongSetting, match=r"^BEGRIP_HOST: cannot listen on no-such-host\.invalid port 0: "):
        listening.listen(settings.read({"BEGRIP_HOST": "no-such-host.invalid", "BEGRIP_PORT": "0"}))


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("::", "[::1]")],  # noqa: S104 - the address under test
)
def test_the_url_is_one_that_this_machine_can_use(host: str, shown: str) -> None:
    with listening.listen(settings.read({"BEGRIP_HOST": host, "BEGRIP_PORT": "0"})) as door:
        assert listening.url(door) == f"http://{shown}:{door.getsockname()[1]}"


def test_a_socket_of_the_supervisor_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as made:
        monkeypatch.setenv(listening.VARIABLE, str(os.dup(made.fileno())))

        with listening.inherited() or socket.socket() as door:
            assert door.getsockname() == made.getsockname()

    assert listening.VARIABLE not in os.environ


def test_without_a_supervisor_no_socket_is_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(listening.VARIABLE, raising=False)

    assert listening.inherited() is None
