"""A signature names who vouches for a report, and shows any change after it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import outloud
import pikepdf
import pytest
from pyhanko.sign.signers import SimpleSigner
from pypdf import PdfWriter

from auditor.errors import InputError
from auditor.renderers.proof.attached import PROOF
from auditor.signing import SigningKey, load_key
from auditor.verification import Given, Part, State, verify
from tests.signing.keys import PASSPHRASE, Key, make_key
from tests.verification.planting import change_a_figure, draw_over, forged
from tests.verification.small import PLUGINS, changed, checked, small_report

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.verification import Statement, Verification
    from tests.verification.small import Small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return small_report(tmp_path_factory.mktemp("bank"))


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return make_key(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def key(firm: Key) -> SigningKey:
    return load_key(firm.p12, lambda: PASSPHRASE)


@pytest.fixture(scope="module")
def signed(small: Small, key: SigningKey) -> bytes:
    return key.sign(small.pdf)


def of_signature(found: Verification) -> Statement:
    (told,) = (each for each in found.statements if each.part is Part.SIGNATURE)
    return told


def test_a_signed_report_agrees_and_names_its_signer(
    signed: bytes, firm: Key, tmp_path: Path
) -> None:
    found = checked(signed, tmp_path, trust=(firm.pem,))
    assert found.agrees
    told = of_signature(found)
    assert told.state is State.AGREES
    assert "Northern Audits Ltd" in told.text


def test_signing_leaves_pages_and_attachments_as_they_were(
    small: Small, signed: bytes
) -> None:
    assert signed.startswith(small.pdf)
    with pikepdf.open(BytesIO(small.pdf)) as old, pikepdf.open(BytesIO(signed)) as new:
        assert new.Root.Metadata.read_bytes() == old.Root.Metadata.read_bytes()
        assert str(new.docinfo.Title) == str(old.docinfo.Title)
        assert [*new.attachments] == [*old.attachments]


def test_a_signed_report_is_still_pdf_ua(signed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    found = outloud.check(str(path), layers=["conformance"])
    errors = [each for each in found.findings if each.severity == "error"]
    # The one field lies outside the page, where PDF/UA asks nothing of it (ISO 14289-1,
    # 7.18.1); this validator asks anyway.
    assert [each.rule for each in errors] == ["FRM-003"]
    assert all(box["x1"] < 0 for each in errors for box in each.boxes)


def test_whose_certificate_it_is_is_open_unless_one_is_trusted(
    signed: bytes, tmp_path: Path
) -> None:
    told = of_signature(checked(signed, tmp_path, pages=False))
    assert told.state is State.NOT_CHECKED
    assert "--trust" in told.text


def test_a_signature_of_somebody_else_disagrees(signed: bytes, tmp_path: Path) -> None:
    other = make_key(tmp_path, "Somebody Else")
    found = checked(signed, tmp_path, trust=(other.pem,), pages=False)
    assert of_signature(found).state is State.DISAGREES


@pytest.mark.parametrize("days", [(-60, -30), (30, 60)], ids=["expired", "future"])
def test_a_certificate_that_is_not_valid_today_signs_nothing(
    days: tuple[int, int], tmp_path: Path
) -> None:
    outdated = make_key(tmp_path, days=days)
    with pytest.raises(InputError, match=r"is valid from .* only\. Sign with one"):
        load_key(outdated.p12, lambda: PASSPHRASE)


@pytest.mark.parametrize("trusting", [True, False])
@pytest.mark.parametrize("days", [(-60, -30), (30, 60)], ids=["expired", "future"])
def test_a_signature_outside_of_its_certificate_disagrees(
    small: Small, days: tuple[int, int], tmp_path: Path, *, trusting: bool
) -> None:
    """Other programs sign with any certificate, so this is looked at here, too."""
    outdated = make_key(tmp_path, days=days)
    signer = SimpleSigner.load_pkcs12_data(
        outdated.p12.read_bytes(), other_certs=[], passphrase=PASSPHRASE.encode()
    )
    content = SigningKey(signer).sign(small.pdf)
    trust = (outdated.pem,) if trusting else ()
    told = of_signature(checked(content, tmp_path, trust=trust, pages=False))
    assert told.state is State.DISAGREES
    assert "with a certificate that is valid from" in told.text


def test_a_report_without_signature_disagrees_where_one_is_expected(
    small: Small, firm: Key, tmp_path: Path
) -> None:
    found = checked(small.pdf, tmp_path, trust=(firm.pem,), pages=False)
    assert of_signature(found).text == "The report is not signed."
    assert not found.agrees


def test_one_byte_changed_after_signing_is_found(
    signed: bytes, firm: Key, tmp_path: Path
) -> None:
    at = signed.index(b"stream") + 40
    spoiled = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    try:
        found = checked(spoiled, tmp_path, trust=(firm.pem,), pages=False)
    except InputError:
        return
    assert of_signature(found).state is State.DISAGREES


def test_what_is_added_after_signing_is_found(
    signed: bytes, firm: Key, tmp_path: Path
) -> None:
    writer = PdfWriter(BytesIO(signed), incremental=True)
    writer.pages[1].rotate(90)
    written = BytesIO()
    writer.write(written)
    assert written.getvalue().startswith(signed)
    found = checked(written.getvalue(), tmp_path, trust=(firm.pem,), pages=False)
    assert of_signature(found).state is State.DISAGREES


def test_whoever_signs_a_changed_report_is_found_out_by_the_pages(
    small: Small, firm: Key, key: SigningKey, tmp_path: Path
) -> None:
    for change in (change_a_figure, draw_over):
        resigned = key.sign(forged(changed(small.pdf, change)))
        found = checked(resigned, tmp_path, trust=(firm.pem,))
        assert of_signature(found).state is State.AGREES
        named = {each.name for each in found.with_state(State.DISAGREES)}
        assert named == {"page 2"}


def test_the_same_report_signed_twice_differs_and_both_agree(
    small: Small, signed: bytes, key: SigningKey, firm: Key, tmp_path: Path
) -> None:
    again = key.sign(small.pdf)
    assert again != signed
    assert checked(again, tmp_path, trust=(firm.pem,), pages=False).agrees


def test_a_passphrase_that_is_not_right_is_told_without_showing_it(firm: Key) -> None:
    with pytest.raises(InputError) as refused:
        load_key(firm.p12, lambda: "a wrong secret")
    assert "a wrong secret" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"no key", b"\x30\x82" + bytes(50)])
def test_what_is_no_key_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"PKCS #12"):
        load_key(path, lambda: PASSPHRASE)


def test_a_key_shows_nothing_of_itself(key: SigningKey) -> None:
    assert repr(key) == "SigningKey(…)"
    assert PASSPHRASE not in repr(key)


def test_what_is_no_certificate_is_refused(signed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "trust.pem"
    path.write_text("no certificate")
    with pytest.raises(InputError, match="no certificate"):
        checked(signed, tmp_path, trust=(path,), pages=False)


def test_the_digests_are_the_same_whether_it_is_signed_or_not(
    small: Small, signed: bytes
) -> None:
    with pikepdf.open(BytesIO(small.pdf)) as old, pikepdf.open(BytesIO(signed)) as new:
        pair = [each.attachments[PROOF].get_file().read_bytes() for each in (old, new)]
    assert pair[0] == pair[1]


@pytest.mark.parametrize("name", ["p12", "text"])
def test_what_is_no_certificate_is_refused_and_not_held_against_the_report(
    signed: bytes, firm: Key, tmp_path: Path, name: str
) -> None:
    text = tmp_path / "text.pem"
    text.write_text("no certificate", "utf-8")
    with pytest.raises(InputError, match="holds no certificate"):
        checked(signed, tmp_path, trust=(firm.p12 if name == "p12" else text,))


def test_a_result_as_json_disagrees_where_a_signature_is_expected(
    small: Small, firm: Key, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(small.result)
    found = verify(path, Given(trust=(firm.pem,)), PLUGINS)
    assert "bears no signature" in of_signature(found).text
    assert not found.agrees
