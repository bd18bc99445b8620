from __future__ import annotations
from auditor.testing.exemplary import EXEMPLARY_DATE, profile_with
from auditor.testing.judging import assert_example, context_with, examples, judged
