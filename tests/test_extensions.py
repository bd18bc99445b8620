"""Keys of a profile that plugins add: read, checked and known as our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from auditor import Extension, Section, Text
from auditor.errors import DuplicateExtensionError, InputError
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.profile.reading import load_profile_value, read_profile
from auditor.profile.schema import profile_schema
from tests.hotel import EXAMPLE, Floor, Hotel, Kind

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "organisation: {name: Hotel Mole}\n"


HOTEL = Extension("hotel", Hotel, EXAMPLE)
ADDED = (Extension("hotel", Hotel, {}, "hospitality"),)


def problems(tmp_path: Path, text: str, added: tuple[Extension, ...]) -> list[str]:
    path = tmp_path / "hotel.yaml"
    path.write_text(HEAD + text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_profile(path, added)
    return [str(one).removeprefix(f"{tmp_path}/") for one in caught.value.problems]


def hotel(value: object, **more: object) -> Any:
    content = {"organisation": {"name": "H"}, "extensions": {"hotel": value}} | more
    return load_profile_value(content, [HOTEL])


def test_what_stands_under_the_key_of_a_plugin_has_its_model_and_its_place() -> None:
    profile = hotel({"kind": "full", "floors": [{"id": "one"}, {"id": "two"}]}).profile
    found = profile.extension(Hotel)
    assert found is profile.extensions["hotel"]
    assert found.kind is Kind.FULL
    assert found.floors[1].pointer == "/extensions/hotel/floors/1"


def test_silence_is_no_answer_and_an_empty_list_is_one() -> None:
    nothing = load_profile_value({"organisation": {"name": "H"}}, [HOTEL]).profile
    assert nothing.extension(Hotel) is None
    assert not nothing.answers("extensions.hotel.floors")
    assert not hotel({}).profile.answers("extensions.hotel.floors")
    assert hotel({"floors": []}).profile.answers("extensions.hotel.floors")
    assert not hotel({}).profile.answers("extensions.spa.pools")
    with pytest.raises(KeyError):
        hotel(None, extensions={}).profile.extensions["hotel"]


def test_a_reference_of_an_extension_leads_somewhere_or_is_told() -> None:
    departments = [{"id": "rooms", "name": "Rooms"}]
    good = hotel({"owner": "rooms"}, departments=departments)
    assert good.profile.extension(Hotel).owner == "rooms"
    wrong = hotel({"owner": "room"}, departments=departments)
    assert wrong.profile.extension(Hotel).owner is None
    (notice,) = wrong.notices
    assert notice.pointer == "/extensions/hotel/owner"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "extensions: {hotle: {}}",
            (
                "hotel.yaml:2:14: 'hotle': no plugin that is installed adds this key. "
                "Did you mean 'hotel' (plugin hospitality)?"
            ),
        ),
        (
            "extensions: {weather: {}}",
            (
                "hotel.yaml:2:14: 'weather': no plugin that is installed adds this "
                "key. Known are 'hotel' (plugin hospitality)."
            ),
        ),
        (
            "hotel: {}",
            (
                "hotel.yaml:2:1: 'hotel': this key is not known here. "
                "It belongs under 'extensions'."
            ),
        ),
        (
            "extensions: {hotel: {flors: []}}",
            (
                "hotel.yaml:2:22: 'flors': this key is not known here. "
                "Did you mean 'floors'?"
            ),
        ),
        (
            "extensions:\n  hotel:\n    floors:\n      - {id: one, rooms: many}",
            (
                "hotel.yaml:5:26: 'rooms': found the text 'many'; write a number "
                "without quotes, such as 31 or 4.5."
            ),
        ),
        (
            "extensions: {hotel: {kind: ful}}",
            (
                "hotel.yaml:2:28: 'kind': found the text 'ful'; allowed are full, "
                "rooms_only. Did you mean 'full'?"
            ),
        ),
        (
            "extensions: {hotel: [1]}",
            (
                "hotel.yaml:2:21: 'hotel': found a list; write a group of keys, such "
                "as 'name: …' on lines of their own."
            ),
        ),
    ],
)
def test_a_problem_in_an_extension_has_its_place_and_a_way_out(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert problems(tmp_path, text, ADDED) == [expected]


def test_without_any_plugin_an_extension_is_refused_with_what_to_do(
    tmp_path: Path,
) -> None:
    (told,) = problems(tmp_path, "extensions: {weather: {}}", ())
    assert told.endswith(
        "Install the plugin that does; `cxaudit plugins list` lists them."
    )


def test_the_schema_knows_and_explains_the_keys_of_plugins() -> None:
    schema = profile_schema([HOTEL])
    names: dict[str, Any] = {"organisation": {"name": "A"}}
    wrong: dict[str, Any]
    jsonschema.validate(names | {"extensions": {"hotel": {"kind": "full"}}}, schema)
    for wrong in ({"hotle": {}}, {"hotel": {"kind": "none"}}, {"hotel": {"x": 1}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(names | {"extensions": wrong}, schema)
    described = schema["$defs"]["Extensions"]["properties"]["hotel"]["description"]
    assert described == "What a hotel says of itself."
    floors = schema["$defs"]["Hotel"]["properties"]["floors"]
    assert floors["description"] == "The floors, from below."
    extended: dict[str, Any] = names | {"extensions": {"hotel": {}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(extended, profile_schema())


class Loose(Section):
    """Takes any text."""

    name: str | None = None


class Bag(Section):
    """Takes anything."""

    things: dict[Text, Any] | None = None


class Mutable(Section):
    """Holds a list, whose entries would have no place."""

    floors: list[Floor] | None = None


class Nested(Section):
    """Looks well until one looks inside."""

    bags: tuple[Bag, ...] | None = None


@pytest.mark.parametrize(
    ("key", "model", "example", "error"),
    [
        ("Hotel", Hotel, {}, "cannot be the key"),
        ("pointer", Hotel, {}, "cannot be the key"),
        ("a-b", Hotel, {}, "cannot be the key"),
        ("hotel", Hotel, {"floor": []}, "the example is refused"),
        ("hotel", Loose, {}, "Loose.name takes str"),
        ("hotel", Mutable, {}, "Mutable.floors takes list;"),
        ("hotel", Nested, {}, "Bag.things takes dict;"),
        ("hotel", dict, {}, "dict'> is no Section"),
        ("hotel", Kind, {}, "'Kind'> is no Section"),
    ],
)
def test_what_nobody_has_bounded_is_no_extension(
    key: str, model: Any, example: dict[str, object], error: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        Extension(key, model, example)


def test_two_plugins_cannot_add_one_key() -> None:
    one = Plugin("one", "a", "1", extensions=(Extension("hotel", Hotel, {}, "one"),))
    two = Plugin(
        "two", "b", "1", extensions=(Extension("hotel", Floor, {"id": "x"}, "two"),)
    )
    with pytest.raises(DuplicateExtensionError, match="plugin 'one'"):
        Plugins((one, two))
