"""The table of the mutation operators: each makes a small mistake of a kind that people make with threads.

An operator is a function from a node of an answer's syntax tree to changes there; its docstring says what it does.  It
may propose what is no valid program, or what is no change at all: ``generate.py`` takes only what compiles and differs.
What can only end in a NameError is not proposed.

mutmut and cosmic-ray were looked at first: they change expressions in files and run a test suite, but drop and move
no statements, loops or ``with`` blocks, which is where mistakes between threads are made.
"""

from tests.mutants import expressions, statements
from tests.mutants.answer import Operator

OPERATORS: dict[str, Operator] = {
    function.__name__.replace("_", "-"): function
    for function in (
        statements.drop_statement,
        statements.swap_statements,
        statements.merge_loops,
        statements.while_to_if,
        statements.if_to_while,
        statements.drop_condition,
        statements.negate_condition,
        statements.exchange_and_or,
        statements.drop_operand,
        statements.exchange_comparison,
        statements.reverse_loop,
        statements.skip_first,
        statements.drop_with,
        statements.narrow_with,
        statements.widen_with,
        statements.drop_finally,
        statements.unguard,
        statements.drop_except,
        statements.narrow_except,
        expressions.notify_one,
        expressions.notify_all,
        expressions.exchange_call,
        expressions.exchange_class,
        expressions.ask_instead,
        expressions.peek,
        expressions.repeat_call,
        expressions.drop_timeout,
        expressions.add_timeout,
        expressions.forget_predicate,
        expressions.drop_argument,
        expressions.swap_arguments,
        expressions.change_constant,
        expressions.change_bound,
        expressions.exchange_arithmetic,
        expressions.return_none,
        expressions.drop_member,
        expressions.add_member,
        expressions.swap_members,
        expressions.drop_run,
        expressions.swap_runs,
    )
}
"""By name.  Of two operators that make the same program, the first one has it."""
