import pytest

from models import outbox
from models.store import Store
from subscriptions import cursor
from subscriptions.cursor import BadCursor, Position, Signer
from tests.subscriptions import happenings

EPOCH = "0123456789abcdef0123456789abcdef"


def test_cursor_reads_as_it_was_written() -> None:
    position = Position(EPOCH, 12_345)

    assert cursor.read(cursor.write(position)) == position


def test_cursor_does_not_show_its_number_as_text() -> None:
    assert "12345" not in cursor.write(Position(EPOCH, 12_345))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "AAAA",
        "not base64!",
        "ü",
        "\0",
        "=" * 8,
        cursor.write(Position(EPOCH, 1))[:-1],
        cursor.write(Position(EPOCH, 1)) + "A",
        cursor.write(Position(EPOCH, 1)) + "=",
        " " + cursor.write(Position(EPOCH, 1)),
        "A" + cursor.write(Position(EPOCH, 1))[1:],
        cursor.write(Position(EPOCH, 1)) * 50,
        "x" * 1_000_000,
    ],
)
def test_forged_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        cursor.read(text)


def test_spare_bits_make_no_second_cursor() -> None:
    text = cursor.write(Position(EPOCH, 1))
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    others = [text[:-1] + letter for letter in alphabet if letter != text[-1]]

    for other in others:
        with pytest.raises(BadCursor):
            cursor.read(other)


def test_cursor_of_another_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = cursor.write(Position(EPOCH, 1))
    monkeypatch.setattr(cursor.SIGNER, "key", b"another secret")

    with pytest.raises(BadCursor):
        cursor.read(text)


def test_no_secret_signs_nothing() -> None:
    with pytest.raises(RuntimeError, match="configure"):
        Signer().mac(b"x")


async def test_now_is_the_head_of_the_log(store: Store) -> None:
    await happenings.tell(happenings.created(), happenings.created())
    await outbox.number()
    await happenings.tell(happenings.created())

    assert cursor.read(await cursor.now()).seq == 2


async def test_position_beyond_the_head_is_the_head(store: Store) -> None:
    await happenings.tell(happenings.created())
    await outbox.number()

    assert cursor.read(await cursor.at(7)).seq == 1
    assert cursor.read(await cursor.at(0)).seq == 0
