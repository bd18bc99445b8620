"""What is believed of a text that comes over the pipe."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from auditor.isolation.texts import LONGEST, TextPart, made, text_part
from auditor.translation import Message, message, plural, sentences

PIPE: TypeAdapter[TextPart] = TypeAdapter(TextPart)


def sent(text: str) -> str:
    return made(PIPE.validate_json(PIPE.dump_json(text_part(text))))


@pytest.mark.parametrize(
    "text",
    [
        "As it is.",
        message(
            "Of {share:.1f} %, {n:,} since {when:long}", share=1, n=9, when=date.max
        ),
        plural("{n:,} answer", "{n:,} answers", 1_000, of="x"),
        sentences(message("{a} and {b}", a="x", b=message("{c}", c=1.5)), "Done."),
        message("{yes}", yes=True),
    ],
)
def test_a_text_arrives_as_it_was(text: str) -> None:
    arrived = sent(text)
    assert arrived == text
    assert isinstance(arrived, Message) == isinstance(text, Message)
    if isinstance(arrived, Message) and isinstance(text, Message):
        assert (arrived.template, arrived.many) == (text.template, text.many)
        assert dict(arrived.values) == dict(text.values)


def test_what_steers_a_terminal_does_not_arrive() -> None:
    assert sent("\x1b[2Jx") == "\ufffd[2Jx"


def nested(depth: int, width: int) -> dict[str, Any]:
    part: dict[str, Any] = {"template": "x" * 10}
    for _ in range(depth):
        part = {"template": "{a}" * width, "values": {"a": part}}
    return part


@pytest.mark.parametrize(
    "part",
    [
        {"template": "{n:>999999999}", "values": {"n": 1}},
        {"template": "{n:.999999999f}", "values": {"n": 1}},
        {"template": "{n:{n}}", "values": {"n": 1}},
        {"template": "{n!r}", "values": {"n": "x"}},
        {"template": "x", "many": "{n:0999999}", "number": 2, "values": {"n": 1}},
        {"template": "{"},
        {"template": "{n:d}", "values": {"n": 1.5}},
        {"template": "{a}" * 100, "values": {"a": "x" * (LONGEST // 50)}},
        nested(5, 30),
        nested(50, 1),
    ],
    ids=lambda part: part["template"][:20],
)
def test_a_message_that_no_sentence_needs_is_refused(part: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        made(PIPE.validate_python(part))


@pytest.mark.parametrize(
    "part",
    ["x" * (LONGEST + 1), 1, None, {"template": "{n}", "values": {"n": 10**16}}, []],
    ids=["long", "number", "nothing", "large", "list"],
)
def test_what_is_no_text_is_refused(part: object) -> None:
    with pytest.raises(ValidationError):
        PIPE.validate_python(part)
