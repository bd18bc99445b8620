"""Words of our vocabulary as parts of a sentence; with a capital they begin a cell."""

from __future__ import annotations

from typing import Final

from auditor.finding import Effort, Verification
from auditor.translation import message

__all__ = ["EFFORTS", "GROUNDS", "LENGTHS", "NAMED_EFFORTS"]

EFFORTS: Final = {
    Effort.SMALL: message("small"),
    Effort.MEDIUM: message("medium"),
    Effort.LARGE: message("large"),
}
"""What it takes to meet a criterion, in a word."""
NAMED_EFFORTS: Final = {
    Effort.SMALL: message("small effort"),
    Effort.MEDIUM: message("medium effort"),
    Effort.LARGE: message("large effort"),
}
"""The same where nothing beside it says that it is an effort."""
LENGTHS: Final = {
    Effort.SMALL: message("less than two weeks"),
    Effort.MEDIUM: message("about a quarter"),
    Effort.LARGE: message("more than a quarter"),
}
"""How long that takes."""
GROUNDS: Final = {
    Verification.DECLARED: message("the organisation's own word"),
    Verification.ARTEFACT: message("a dated record or a named document"),
    Verification.COMPUTED: message("a count over records"),
    Verification.CROSS_CHECK: message("a claim confronted with records"),
}
"""What a finding rests on."""
