"""Findings of whatever a program may do: they never fail, and never contradict how it ended."""

from __future__ import annotations

import pytest

from course.explain import explore, findings
from course.explain.findings import RECORDED
from course.model import Finding, Search
from tests.search.programs import FAMILIES, random_program, seeds

ENDINGS = {"deadlock": "deadlock", "error": "error", "endless": "endless loop"}


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_findings_of_random_programs(family: str) -> None:
    for seed in seeds(1_000, 12, family):
        program = random_program(seed)
        for outcome in explore(program, Search(preemptions=1, executions=150, steps=300)).outcomes:
            execution = outcome.execution
            kinds = [finding.kind for finding in execution.findings]
            assert [kind for kind in kinds if kind in ENDINGS.values()] == [
                ENDINGS[end] for end in [outcome.ending] if end in ENDINGS
            ], f"program {seed}"
            recorded = [finding.kind for finding in findings(execution)]
            assert [kind for kind in kinds if kind in RECORDED] == [kind for kind in recorded if kind in RECORDED]
            wrong = findings(execution, program, Finding("wrong order", "It is wrong."))
            assert "wrong order" in [finding.kind for finding in wrong]
            for finding in wrong:
                assert all(0 <= index < len(execution.steps) for index in finding.steps), f"program {seed}"
