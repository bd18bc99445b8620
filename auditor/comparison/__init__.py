"""What changed between results of one organisation. This text is the specification.

*Matching.* Findings are matched by the id of their check; an id that a check had
before counts as the check's. A check that an audit leaves out was not asked.

*What became of a finding.* Open is partly met or not met.

- new: met before, open now;
- worse, better: open before and now, and earns less or more, by a hundredth of its
  weight at least; a claim that is newly contradicted makes it worse, one that is so no
  more better, whatever is earned;
- fixed: open before, met now;
- found: open now; before it was not assessed, not asked or did not apply;
- answered: not assessed before, met now;
- unknown: assessed before, not assessed now: neither better nor worse;
- added, dropped: asked and applicable now and not before, and the other way round;
- unchanged: anything else.

A *regression* is a finding that is new or worse, unless the rubric or the tool alone
did it, or a waiver that counts accepts it.

*The split.* The change of the score is taken apart by a walk from the old result to the
new one. Each step changes one thing in the findings or their weights, and the scorer
(`auditor.scoring`) scores the findings after it; a part is the sum of the steps of one
cause. So the parts add up to the change of the score, exactly, in millionths of a
point. Where nothing is scored after a step, what it moves falls to the next one. Within
a cause the steps follow the ids of the checks. The causes, in the order of the walk:

1. `rubric`, the rubric or the tool: the weights of severities and areas; the severity
   of each check; checks that only one of the two asks; checks that failed; verdicts
   where nothing but thresholds or versions changed. What another version's scorer
   gave for the very same findings is here too.
2. `time`, the day of the audit alone: what nobody touched has grown old or fallen due.
3. `assessment`: findings that are assessed in only one of the two.
4. `organisation`: verdicts that the profile changed.
5. `evidence`: verdicts that the tables changed.
6. `unclear`: verdicts that several of these may have changed.

*Judged again.* Where the inputs of the old result are at hand, they are judged by the
checks of today, and nothing is inferred: what the old profile and evidence give as of
the old day, by the new rubric and tool, is the step `rubric`; the same as of the new
day is the step `time`; the new profile with the old evidence is the step
`organisation`, if the new profile is at hand; the rest is `evidence`. What lies between
two ends that are assessed and is not assessed itself is passed over.

*From the results alone.* What was not judged again is told apart by what the results
name. The tool did not turn a verdict if the version, the plugin and the thresholds are
the same; the profile did not if its digest is the same; the evidence did not if the
figures that the finding rests on are the same, or their tables are to the byte, or
there are none; where rows of a table alone decided at both ends (`computed`) and the
evidence changed, the profile did not.
One cause that is left is the cause; where none is left but another day, time is, as the
same tables have other figures for other months. Otherwise it is `unclear`.
While the profile changed, time cannot be told from it and counts as the organisation's.

*Trends* take in only the checks that are assessed at both ends, with the severities and
weights of the later edition. A finding *comes back* that was met and is open later.

*What if* replaces findings by met ones and asks the scorer.

Two rubrics are compared by `auditor.comparison.rubrics`, imported where that is wanted:
every audit can be compared, few read a rubric file.
"""

from __future__ import annotations

from auditor.comparison.cause import Cause, JudgedAgain, OldInputs
from auditor.comparison.change import Change
from auditor.comparison.comparing import (
    Comparison,
    FindingChange,
    compare,
    same_organisation,
)
from auditor.comparison.edition import (
    Edition,
    Maker,
    by_check,
    left_out,
    renamed,
    same_maker,
)
from auditor.comparison.history import AreaTrend, History, Return, Trend, history
from auditor.comparison.split import Part, Split, Step
from auditor.comparison.what_if import WhatIf, can_be_met, what_if

__all__ = [
    "AreaTrend",
    "Cause",
    "Change",
    "Comparison",
    "Edition",
    "FindingChange",
    "History",
    "JudgedAgain",
    "Maker",
    "OldInputs",
    "Part",
    "Return",
    "Split",
    "Step",
    "Trend",
    "WhatIf",
    "by_check",
    "can_be_met",
    "compare",
    "history",
    "left_out",
    "renamed",
    "same_maker",
    "same_organisation",
    "what_if",
]
