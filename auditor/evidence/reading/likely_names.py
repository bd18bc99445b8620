"""Words by which sources call what we call something else: hints, never proof."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.evidence.columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LIKELY_NAMES", "plain_words"]

_WHEN = r"( (at|on|date|time|dt|datetime|day))*( utc)?$"
_COMMON = {
    "customer": r"(customer|client|account|requester|caller|person|contact)( id)?$",
    "channel": r"channel|^via( |$)|origin$|^source$|contact type|submitted via",
    "segment": r"segment|tier$|^plan$|^contract$|organi[sz]ation$|company name",
    "department": r"department|^(group|team|queue|agency)$|assignment group",
    "stage": r"stage$",
    "status": r"status$|^state$",
    "priority": r"^priority$",
    "due_at": rf"^(due|target|deadline|expected|sla due){_WHEN}|^due by",
    "resolved_at": rf"(resolved|solved|resolution){_WHEN}",
    "on_time": r"^on ?time$|timely response|within sla|made sla",
}
_RESPONSE = r"first (response|reply|answer)|initial response"

LIKELY_NAMES: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    kind: {
        column: re.compile(pattern)
        for column, pattern in names.items()
        if column in columns_of(kind)
    }
    for kind, names in {
        "tickets": {
            "opened_at": rf"^(date )?(created|opened|open|requested|reported){_WHEN}",
            "id": r"^(id|number|key)$|(ticket|case|issue|request|enquiry|unique) "
            r"(id|key|number)$|enquiry id",
            **_COMMON,
            "closed_at": rf"^closed{_WHEN}",
            "first_response_at": _RESPONSE,
            "reason": r"^(reason|category|type|topic)$|"
            r"(ticket|request|complaint|issue) type",
            "reopened": r"reopen",
            "reassignments": r"reassign",
            "replies": r"^replies$|interactions$",
            "csat": r"csat|satisf|^rating$",
        },
        "surveys": {
            "responded_at": rf"(responded|response|answered|submit|submitted|recorded|"
            rf"completed|end|modified){_WHEN}|^(timestamp|date)$|recorded ?date",
            "respondent": r"respondent( id)?$|response ?id$",
            **_COMMON,
            "nps": r"\bnps\b|recommend",
            "csat": r"csat|satisf|^rating$|stars$",
            "ces": r"\bces\b|effort|\beas(y|e)\b",
            "trust": r"trust",
            "comment": r"comment|verbatim|^why\b|free text|feedback$",
            "touchpoint": r"touchpoint",
            "invited_at": rf"(invited|invitation|sent){_WHEN}",
            "contacted_at": rf"(contacted|followed up|callback){_WHEN}",
            "level": r"^(survey )?(level|type)$",
        },
        "feedback": {
            "received_at": rf"(received|lodged|filed){_WHEN}|complaint date",
            "id": r"(complaint|feedback|case|review) (id|number)$|^id$",
            **_COMMON,
            "kind": r"(feedback|complaint) type|^kind$",
            "theme": r"^(theme|issue|topic|subject|category)$",
            "cause": r"cause",
            "acknowledged_at": rf"acknowledged{_WHEN}",
            "contacted_at": rf"contacted{_WHEN}",
            "outcome_told_at": r"outcome|informed",
            "disputed": r"disputed",
            "reopened": r"reopen",
            "handling_asked": r"handling (asked|invited|survey)",
        },
        "customers": {
            "customer": _COMMON["customer"] + r"|customer ?(id|number|no)$",
            "segment": _COMMON["segment"],
            "started_at": rf"(start|started|since|signup|signed up|joined){_WHEN}",
            "ended_at": rf"(ended|cancelled|canceled|churned|left){_WHEN}|churn date",
            "ended": r"^(churn|churned|left|cancelled|canceled)$",
            "revenue": r"revenue|monthly ?charges|\bmrr\b|\barr\b|turnover",
            "margin": r"margin|profit",
        },
        "invitations": {
            "wave": r"^wave",
            "invited": r"^(invited|sent|invitations)$",
            "delivered": r"^delivered$",
            "answered": r"^(answered|completed|responses)$",
        },
    }.items()
}
"""For each kind of table, a pattern over the plain words of a name for each column."""


def plain_words(name: str) -> str:
    """A name in lower case, its words apart: `createdAt` and `created_at` are alike."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", apart.lower()))
