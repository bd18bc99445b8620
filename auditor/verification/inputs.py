"""Profile and rubric of a report: which they are, and whether they are the ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.errors import InputError
from auditor.profile.reading import read_profile
from auditor.rubric import Rubric
from auditor.rubric_file import rubric_called
from auditor.verification.attached_profile import as_from, read_attached
from auditor.verification.rubrics import (
    digest_of,
    reasons_in,
    rubric_by_digest,
    rubric_in,
    set_by_in,
)
from auditor.verification.statement import Part, agrees, disagrees, open_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.renderers.result import ResultDocument
    from auditor.verification.material import Given, Material
    from auditor.verification.statement import Statement

__all__ = ["profile_of", "rubric_of"]


def profile_of(
    material: Material, given: Given, plugins: Plugins, told: list[Statement]
) -> tuple[LoadedProfile | None, LoadedProfile | None]:
    """Return the profile to audit, and the same one where its evidence lies beside it.

    Args:
        material: What the report carries.
        given: What else is at hand.
        plugins: The plugins, which may add keys to profiles.
        told: Where to say what was found.

    Raises:
        InputError: If the profile that was given cannot be read.
    """
    beside = None
    if given.profile:
        beside = read_profile(given.profile, plugins.extensions)
    if material.attached:
        loaded = _attached(material, plugins, told)
        if beside:
            told += _same_profile(loaded, beside)
        same = loaded is not None and beside and beside.sha256 == loaded.sha256
        return loaded, beside if same else None
    said = material.result.profile
    if beside is None:
        text = f"The profile was not given: --profile {said.source or 'PATH'}."
        told.append(open_(Part.PROFILE, text))
        return None, None
    loaded = as_from(beside, beside.source, said.source)
    told.append(_by_digest(loaded, said.sha256, "given"))
    return loaded, beside if loaded.sha256 == said.sha256 else None


def rubric_of(
    material: Material, given: Given, plugins: Plugins, told: list[Statement]
) -> Rubric | None:
    """Return the rubric to judge by, if it is known, with its reasons as recorded.

    Args:
        material: What the report carries.
        given: What else is at hand.
        plugins: The plugins, whose checks a rubric is about.
        told: Where to say what was found.

    Raises:
        InputError: If the rubric file that was given cannot be read.
    """
    file = None
    if given.rubric:
        file = rubric_called(given.rubric, plugins.rubrics, plugins.areas)
    rubric = _rubric(material, file, plugins, told)
    if rubric is None:
        return None
    told += _reasons(material.result, file)
    result = material.result
    return replace(rubric, reasons=reasons_in(result), set_by=set_by_in(result))


def _reasons(result: ResultDocument, file: Rubric | None) -> Iterator[Statement]:
    """Yield how recorded reasons stand to those of the file, if it is given."""
    recorded = reasons_in(result)
    if file is None or not rubric_by_digest(result, [file]):
        if recorded:
            text = (
                "Why the rubric sets what it sets is taken as recorded: give its "
                "file, --rubric FILE."
            )
            yield open_(Part.RUBRIC, text, "departures")
        return
    keys = [departure.key for departure in result.rubric.departures]
    wrong = [key for key in keys if recorded.get(key) != file.reasons.get(key)]
    for key in wrong:
        text = f"The rubric given has another reason for {key}."
        yield disagrees(Part.RUBRIC, text, key)
    set_by = set_by_in(result)
    others = [key for key in keys if set_by.get(key, "") != file.set_by.get(key, "")]
    for key in others:
        text = f"By the rubric given, another one sets {key}."
        yield disagrees(Part.RUBRIC, text, key)
    if recorded and not wrong and not others:
        text = "Why the rubric sets what it sets is told as its file tells it."
        yield agrees(Part.RUBRIC, text, "departures")


def _rubric(
    material: Material, file: Rubric | None, plugins: Plugins, told: list[Statement]
) -> Rubric | None:
    """Return the rubric to judge by, without its reasons."""
    said = material.result.rubric
    label = f"{said.name} {said.version}"
    if material.attached:
        rubric = _attached_rubric(material, plugins, told)
        if file:
            same = rubric_by_digest(material.result, [file])
            text = f"The rubric given is {'' if same else 'not '}the one that applied."
            told.append((agrees if same else disagrees)(Part.RUBRIC, text))
        return rubric
    candidates = [file] if file else [Rubric.built_in(plugins.areas)]
    found = rubric_by_digest(material.result, candidates)
    if found:
        told.append(agrees(Part.RUBRIC, f"{label} is the rubric that applied."))
    elif file:
        text = f"The rubric given is not {label}, which applied."
        told.append(disagrees(Part.RUBRIC, text, "", said.sha256, file.digest()))
    else:
        text = f"{label} is no rubric known here: give its file, --rubric FILE."
        told.append(open_(Part.RUBRIC, text))
    return found or file


def _attached(
    material: Material, plugins: Plugins, told: list[Statement]
) -> LoadedProfile | None:
    said = material.result.profile
    if not material.profile and not said.sha256:
        text = "No file held the profile, so none is attached."
        told.append(open_(Part.PROFILE, text))
        return None
    try:
        loaded = read_attached(
            material.profile, said.source, material.workspace, plugins.extensions
        )
    except InputError as error:
        text = f"The attached profile cannot be read: {error.problems[0]}"
        told.append(disagrees(Part.PROFILE, text))
        return None
    told.append(_by_digest(loaded, said.sha256, "attached"))
    return loaded


def _by_digest(loaded: LoadedProfile, sha256: str, which: str) -> Statement:
    if loaded.sha256 == sha256:
        return agrees(Part.PROFILE, f"The profile {which} is the one that was audited.")
    text = f"The profile {which} is not the one that was audited."
    return disagrees(Part.PROFILE, text, "", sha256, loaded.sha256)


def _same_profile(
    loaded: LoadedProfile | None, beside: LoadedProfile
) -> Iterator[Statement]:
    """Yield how the profile given stands to the attached one, file for file."""
    if loaded is None:
        return
    if loaded.sha256 == beside.sha256:
        yield agrees(Part.PROFILE, "The profile given is the attached one.")
        return
    ours = {file.name: file.sha256 for file in loaded.files}
    theirs = {file.name: file.sha256 for file in beside.files}
    off = [name for name in sorted(ours | theirs) if ours.get(name) != theirs.get(name)]
    names = ", ".join(off[:10]) if len(ours) > 1 else "it was changed"
    text = f"The profile given is not the attached one: {names}."
    yield disagrees(Part.PROFILE, text, "", loaded.sha256, beside.sha256)


def _attached_rubric(
    material: Material, plugins: Plugins, told: list[Statement]
) -> Rubric | None:
    said = material.result.rubric
    if material.rubric is None:
        told.append(disagrees(Part.RUBRIC, "rubric.json is missing.", "rubric.json"))
        return rubric_by_digest(material.result, [Rubric.built_in(plugins.areas)])
    try:
        rubric = rubric_in(material.rubric, plugins)
    except InputError as error:
        told.append(disagrees(Part.RUBRIC, str(error), "rubric.json"))
        return None
    digest = digest_of(material.rubric)
    if digest == said.sha256 and (rubric.name, rubric.version) == (
        said.name,
        said.version,
    ):
        text = (
            f"The attached rubric, {said.name} {said.version}, is the one that applied."
        )
        told.append(agrees(Part.RUBRIC, text))
    else:
        text = "The attached rubric is not the one that applied."
        told.append(disagrees(Part.RUBRIC, text, "rubric.json", said.sha256, digest))
    return rubric
