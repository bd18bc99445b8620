"""The texts of a pack in other languages, as messages look them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.packs.syntax import ExpressionError
from auditor.packs.texts import read_text
from auditor.translation.catalogues import Translations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.packs.pack_file import PackFile, PluralPart, TranslationPart

__all__ = ["lacking", "misread", "said_texts", "translations_of"]


def translations_of(file: PackFile) -> Iterator[Translations]:
    """Yield what a pack has in each language."""
    for tag, part in file.translations.items():
        plurals = dict(map(_forms, filter(_is_plural, part.plurals)))
        texts, faulty = dict(_templates(part)), tuple(misread(part))
        yield Translations(tag, texts, plurals, faulty)


def said_texts(file: PackFile) -> Iterator[str]:
    """Yield the texts of a pack that a report says."""
    yield from (file.area.title, file.area.summary)
    for part in file.checks:
        yield from filter(None, (part.title, part.why, part.logic, part.remedy))
        yield from (parameter.meaning for parameter in part.parameters.values())
        reasons = (part.reason, *(outcome.reason for outcome in part.outcomes))
        sentences = (each for reason in reasons for each in reason)
        yield from (each.text for each in sentences if each.text)
        yield from (outcome.advice for outcome in part.outcomes if outcome.advice)


def lacking(file: PackFile, part: TranslationPart) -> list[str]:
    """Return the texts that have no translation."""
    texts = dict.fromkeys(said_texts(file))
    return [text for text in texts if text not in part.texts]


def misread(part: TranslationPart) -> Iterator[str]:
    """Yield texts whose translation has placeholders that the English has not."""
    for text, translation in part.texts.items():
        try:
            known = {each.text for _, each in read_text(text).values}
            asked = {each.text for _, each in read_text(translation).values}
        except ExpressionError:
            asked, known = {text}, set()
        if not asked <= known:
            yield text
    yield from (each.one for each in part.plurals if not _is_plural(each))


def _is_plural(part: PluralPart) -> bool:
    """Whether each form asks for nothing but what the English texts have."""
    try:
        english = (*read_text(part.one).values, *read_text(part.many).values)
        forms = [value for form in part.forms for value in read_text(form).values]
    except ExpressionError:
        return False
    return {each.text for _, each in forms} <= {each.text for _, each in english}


def _forms(part: PluralPart) -> tuple[tuple[str, str], tuple[str, ...]]:
    """Return the templates that a number decides between, and their translations."""
    one = read_text(part.one)
    names = {each.text: name for name, each in one.values}
    many = read_text(part.many, names=names)
    names |= {each.text: name for name, each in many.values}
    forms = (read_text(form, names=names).template for form in part.forms)
    return (one.template, many.template), tuple(forms)


def _templates(part: TranslationPart) -> Iterator[tuple[str, str]]:
    """Yield templates with their translations, the same names in both."""
    faulty = set(misread(part))
    for text, translation in part.texts.items():
        if text not in faulty:
            english = read_text(text)
            names = {each.text: name for name, each in english.values}
            yield english.template, read_text(translation, names=names).template
            # Titles and the like are said as they are written, braces and all.
            yield text, translation
