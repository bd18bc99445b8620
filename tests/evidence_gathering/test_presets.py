"""Each preset on a small file of the shape that its product exports."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.evidence_gathering import presets_in
from tests.evidence.reading.tables import Desk, adds_up

if TYPE_CHECKING:
    from auditor.evidence.mapping import Preset


@pytest.fixture(scope="module")
def presets() -> dict[str, Preset]:
    return presets_in()


ZENDESK = """\
Summation column,Id,Requester,Requester id,Group,Status,Priority,Via,Ticket type,\
Created at,Assigned at,Organization,Due date,Solved at,Satisfaction Score,\
Group stations,Reopens,Replies,First reply time in minutes
1,0041,A. B.,77,Billing,Closed,High,Mail,Question,2026-03-04 10:00,,Acme,,\
2026-03-04 12:00,Good,1,0,2,30
1,0042,A. B.,78,Billing,On-hold,Low,Web form,Problem,2026-03-05 10:00,,,,,Offered,2,1,1,
1,0043,A. B.,79,Billing,Deleted,Low,Web form,Problem,2026-03-05 10:00,,,,,,1,0,0,
"""
ZENDESK_API = {
    "tickets": [
        {
            "id": 41,
            "created_at": "2026-03-04T10:00:00Z",
            "status": "hold",
            "via": {"channel": "email"},
            "requester_id": 360001234567890123,
            "satisfaction_rating": {"score": "bad"},
            "metric_set": {
                "reopens": 0,
                "group_stations": 2,
                "solved_at": None,
                "reply_time_in_minutes": {"calendar": 30, "business": 10},
            },
        }
    ],
    "next_page": None,
    "count": 1,
}
FRESHDESK = """\
Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,\
Resolved time,Closed time,Initial response time,Resolution status,Agent interactions,\
Company Name
12,x,Waiting on Customer,Low,Email,Question,N,Billing,2026-03-04 10:00:00,\
2026-03-05 10:00:00,,,2026-03-04 10:30:00,,1,Acme
13,x,Closed,Low,Phone,Question,N,Billing,2026-03-04 10:00:00,2026-03-05 10:00:00,\
2026-03-04 12:00:00,2026-03-06 12:00:00,2026-03-04 10:30:00,Within SLA,2,Acme
"""
INTERCOM = {
    "type": "conversation.list",
    "conversations": [
        {
            "id": "1",
            "created_at": 1772618400,
            "state": "snoozed",
            "source": {"type": "email", "author": {"id": "u1"}},
            "contacts": {"contacts": [{"id": "c1"}]},
            "statistics": {
                "first_admin_reply_at": 1772620200,
                "last_close_at": None,
                "count_reopens": 0,
                "count_assignments": 1,
            },
            "conversation_rating": {"rating": 5},
        }
    ],
}
JIRA = """\
Summary,Issue key,Issue id,Issue Type,Status,Project name,Priority,Reporter,Created,\
Resolved,Due date,Component/s,Component/s,Custom field (Request Type),\
Satisfaction rating
x,SD-1,1001,Request,Waiting for customer,Desk,High,Ann,04/Mar/26 10:00 AM,,,Net,Mail,\
Broken thing,
x,SD-2,1002,Request,Done,Desk,High,Ann,04/Mar/26 10:00 AM,04/Mar/26 12:00 PM,,,,\
Broken thing,5
"""
SERVICENOW = """\
number,opened_at,state,priority,contact_type,category,assignment_group,caller_id,\
resolved_at,closed_at,reopen_count,reassignment_count,made_sla
INC001,2026-03-04 10:00:00,In Progress,3 - Moderate,phone,network,Net,C1,,,0,1,true
INC002,2026-03-04 10:00:00,6,3 - Moderate,self-service,network,Net,C1,\
2026-03-04 12:00:00,,1,0,false
"""
QUALTRICS = """\
StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,ExternalReference,\
DistributionChannel,NPS
Start Date,End Date,Response Type,Progress,Finished,Recorded Date,Response ID,\
External Data Reference,Distribution Channel,"How likely are you
to recommend us?"
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}"\
,"{""ImportId"":""progress""}","{""ImportId"":""finished""}",\
"{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}",\
"{""ImportId"":""externalDataReference""}","{""ImportId"":""distributionChannel""}",\
"{""ImportId"":""QID1""}"
2026-03-04 09:59:00,2026-03-04 10:00:00,IP Address,100,True,2026-03-04 10:00:00,R_1,C1,\
email,9
2026-03-04 09:59:00,2026-03-04 10:00:00,Survey Preview,100,True,2026-03-04 10:00:00,\
R_2,C1,preview,10
"""
QUALTRICS_LEGACY = """\
V1,V2,V4,V9,V10,Q1,
ResponseID,ResponseSet,ExternalDataReference,EndDate,Finished,A question?,
R_1,Default,C1,2026-03-04 10:00:00,1,2,
"""
SURVEYMONKEY = """\
Respondent ID,Collector ID,Date Created,Date Modified,Custom Data 1,\
How likely is it that you would recommend this company to a friend or colleague?,Why?
,,,,,Response,Open-Ended Response
118,42,03/31/2026 09:59:00 AM,03/31/2026 10:00:00 AM,C1,Extremely likely - 10,Nice
119,42,03/04/2026 09:59:00 AM,03/04/2026 10:00:00 AM,C2,6,
"""
TYPEFORM = """\
#,Which plan?,How likely?,Response Type,Start Date (UTC),Stage Date (UTC),\
Submit Date (UTC),Network ID,Tags,source
ab1,Basic,9,completed,2026-03-04 09:58:00,,2026-03-04 10:00:00,n1,,mail
"""
DELIGHTED = [
    {
        "id": "5",
        "person": "9",
        "survey_type": "nps",
        "score": 10,
        "comment": None,
        "created_at": 1772618400,
        "person_properties": {"Delighted Source": "Email"},
    },
    {
        "id": "6",
        "person": "9",
        "survey_type": "csat",
        "score": 5,
        "created_at": 1772618400,
    },
]
GOOGLE = "Timestamp,How was it?\n3/31/2026 10:00:00,5\n3/4/2026 10:00:00,4\n"
OPEN311 = [
    {
        "service_request_id": 7,
        "status": "open",
        "service_name": "Potholes",
        "agency_responsible": "Streets",
        "requested_datetime": "2026-03-04T10:00:00-05:00",
        "expected_datetime": None,
    }
]
CFPB = """\
Date received,Product,Sub-product,Issue,Company,Submitted via,Date sent to company,\
Company response to consumer,Timely response?,Consumer disputed?,Complaint ID
03/04/26,Mortgage,,Fees,ACME BANK,Web,03/05/26,Closed with explanation,Yes,No,1234567
2026-03-05,Mortgage,,Fees,ACME BANK,Phone,2026-03-05,In progress,Yes,N/A,1234568
"""
TOUCHPOINTS = """\
external_id,question_1,positive_ease,negative_ease,question_4
1,5,1,0,"fine, thanks"
2,1,0,1,
"""


def text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@pytest.mark.parametrize(
    ("name", "file", "content", "expected"),
    [
        (
            "zendesk_csv",
            "t.csv",
            ZENDESK,
            {
                "id": ["0041", "0042"],
                "status": ["closed", "pending"],
                "csat": [1, None],
                "reassignments": [0, 1],
            },
        ),
        (
            "zendesk_api",
            "t.json",
            ZENDESK_API,
            {
                "customer": ["360001234567890123"],
                "status": ["pending"],
                "csat": [0],
                "channel": ["email"],
                "reassignments": [1],
            },
        ),
        (
            "freshdesk",
            "t.csv",
            FRESHDESK,
            {"status": ["pending", "closed"], "on_time": [None, True]},
        ),
        (
            "intercom",
            "t.json",
            INTERCOM,
            {"status": ["pending"], "customer": ["c1"], "csat": [5]},
        ),
        (
            "jira_service_management",
            "t.csv",
            JIRA,
            {
                "status": ["pending", "closed"],
                "csat": [None, 5],
                "id": ["SD-1", "SD-2"],
            },
        ),
        (
            "servicenow",
            "t.csv",
            SERVICENOW,
            {"status": ["open", "solved"], "on_time": [True, False]},
        ),
        ("qualtrics", "s.csv", QUALTRICS, {"nps": [9], "respondent": ["R_1"]}),
        ("qualtrics_legacy", "s.csv", QUALTRICS_LEGACY, {"respondent": ["R_1"]}),
        ("surveymonkey", "s.csv", SURVEYMONKEY, {"nps": [10, 6]}),
        ("typeform", "s.csv", TYPEFORM, {"respondent": ["ab1"], "channel": ["mail"]}),
        (
            "delighted",
            "s.csv",
            (
                "Response ID,Score,Comment,Created At,Survey Type\n"
                "5,10,,2026-03-04 10:00:00 UTC,nps\n6,5,,2026-03-04 10:00:00 UTC,csat\n"
            ),
            {"nps": [10], "respondent": ["5"]},
        ),
        ("delighted_api", "s.json", DELIGHTED, {"nps": [10], "channel": ["Email"]}),
        (
            "google_forms",
            "s.csv",
            GOOGLE,
            {"responded_at": [datetime(2026, 3, 31, 10), datetime(2026, 3, 4, 10)]},
        ),
        (
            "open311",
            "r.json",
            OPEN311,
            {"status": ["open"], "department": ["Streets"], "id": ["7"]},
        ),
        (
            "cfpb_complaints",
            "c.csv",
            CFPB,
            {
                "status": ["closed", "open"],
                "disputed": [False, None],
                "kind": ["complaint", "complaint"],
                "id": ["1234567", "1234568"],
            },
        ),
        ("touchpoints_stars", "s.csv", TOUCHPOINTS, {"trust": [5, 1]}),
        ("touchpoints_thumbs", "s.csv", TOUCHPOINTS, {"trust": [None, 1]}),
    ],
)
def test_a_preset_reads_its_export(
    desk: Desk,
    presets: dict[str, Preset],
    name: str,
    file: str,
    content: object,
    expected: dict[str, list[object]],
) -> None:
    table = desk.table(text(content), presets[name].mapping, file)
    assert {column: desk.values(column) for column in expected} == expected
    assert adds_up(table)
    first = table.info.first
    assert first is None or str(first) == "2026-03-04"


def test_every_preset_is_tested(presets: dict[str, Preset]) -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in presets if f'"{name}"' not in here] == []


def test_a_folder_of_presets_may_come_from_elsewhere(tmp_path: Path) -> None:
    text = "title: Ours\nkind: tickets\ncolumns: {opened_at: Wann}\n"
    (tmp_path / "ours.yaml").write_text(text)
    found = presets_in([tmp_path])
    assert found["ours"].mapping.columns["opened_at"].source == "Wann"
    (tmp_path / "open311.yaml").write_text(text)
    with pytest.raises(InputError, match="Two presets are called 'open311'"):
        presets_in([tmp_path])


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("kind: tickets", "'title'"),
        ("title: x\nkind: calls", "tickets"),
        ("title: x\nkind: tickets\ncolums: {}", "'columns'"),
        ("title: x\nkind: tickets\ncolumns: {nps: a}", "'nps'"),
        ("title: x\nkind: tickets\ncolumns: [a]", "mine.yaml:3"),
        ("title: x\nkind: tickets\ncolumns: {id: {form: a}}", "'format'"),
        ("title: x\nkind: surveys\nscales: {csat: {min: 1}}", "max"),
    ],
)
def test_a_preset_that_is_not_well_formed_is_refused(
    tmp_path: Path, content: str, cause: str
) -> None:
    (tmp_path / "mine.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=cause):
        presets_in([tmp_path])
