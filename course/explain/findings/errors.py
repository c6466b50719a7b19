"""Errors: exceptions that nobody caught, and a time limit that ran out while nobody looked at the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from course.explain import wording
from course.explain.endings import sentence
from course.explain.findings.trace import Trace, method
from course.model import Failure, Finding

__all__ = ["error", "ignored_timeout"]

DOES = {
    "wait": "waited for {it}",
    "acquire": "tried to acquire {it}",
    "join": "waited for {it} to end",
}
"""What has a time limit and says by its result, or in no way, that the time was up."""

ASKS = {"wait": "is_set", "join": "is_alive"}
"""By what else than its result one learns whether the time was up."""


def error(trace: Trace) -> Iterator[Finding]:
    """Exceptions that nobody caught."""
    execution = trace.execution
    if execution.ending == "error":
        lines = dict.fromkeys((failure.module, failure.line) for failure in execution.failures if failure.line > 0)
        steps = [index for failure in execution.failures[:1] for index in _last(trace, failure)]
        found = trace.finding("error", sentence(execution), steps, tuple(lines))
        # What a lesson explains is that nobody sees it; in the main thread everybody does.
        unseen = any(failure.thread > 0 for failure in execution.failures)
        yield found if unseen else replace(found, section="")


def _last(trace: Trace, failure: Failure) -> list[int]:
    """The step at which a thread failed, as far as the record tells."""
    mine = trace.of(failure.thread)
    here = [i for i in mine if (trace.steps[i].module, trace.steps[i].line) == (failure.module, failure.line)]
    return here[-1:] or mine[-1:]


def ignored_timeout(trace: Trace) -> Iterator[Finding]:
    """The time of a wait was up, its result was thrown away, and the thread went on as if it had been told."""
    failed = {failure.thread: failure for failure in trace.execution.failures}
    for index, step in enumerate(trace.steps):
        what = method(step)
        if what not in DOES or step.waited is None or step.result not in ("False", "timed out"):
            continue
        if step.thread not in failed and (trace.wrong is None or trace.execution.ending != "completed"):
            continue
        if not trace.source.drops_result(step.module, step.line, what) or not _matters(trace, index, failed):
            continue
        if _asks(trace, index):
            continue
        did = DOES[what].replace("{it}", trace.it(index))
        yield trace.finding(
            "ignored timeout",
            f"Ignored timeout: {trace.who(index)} {did} for {wording.seconds(step.waited)}{trace.at(index)} in vain, "
            f"but nobody looks at the result of {what}(): it went on as if all were well.",
            (index,),
        )
        return


def _asks(trace: Trace, index: int) -> bool:
    """Whether the thread asked by itself, after the wait, for what the result would have told it."""
    step = trace.steps[index]
    question = ASKS.get(method(step))
    return any(
        method(trace.steps[later]) == question and trace.thing(later) == trace.thing(index)
        for later in trace.of(step.thread, index + 1)
    )


def _matters(trace: Trace, index: int, failed: Mapping[int, Failure]) -> bool:
    """Whether what came after the wait may have needed it: a wait in a loop may be no more than a pause.

    Then only an error in the same turn tells that it was more, and a ``while`` may look again in another way.
    """
    step = trace.steps[index]
    loop = trace.source.loop(step.module, step.line)
    if loop is None:
        return True
    failure = failed.get(step.thread)
    inside = failure is not None and failure.module == step.module and failure.line in loop
    return inside and not any(each.again for each in trace.source.guards(step.module, step.line))
