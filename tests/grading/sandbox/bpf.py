"""Interpreting a compiled filter: what the kernel would do with a system call, on any architecture.

Only the instructions that libseccomp makes are known; another one is an error, so nothing is taken for granted.
The numbers are those of ``linux/bpf_common.h``, ``linux/seccomp.h`` and ``linux/audit.h``.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

ALLOW = 0x7FFF0000
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7, "i386": 0x40000003}

LOAD, JUMP, EQUAL, GREATER, GREATER_EQUAL, SET, RETURN, AND = 0x20, 0x05, 0x15, 0x25, 0x35, 0x45, 0x06, 0x54


def decision(program: bytes, architecture: str, number: int, arguments: Sequence[int] = ()) -> int:
    """What ``program`` returns for the call ``number`` with ``arguments``; those that are missing are 0."""
    values = [value & (1 << 64) - 1 for value in (*arguments, *[0] * 6)][:6]
    data = struct.pack("<IIQ6Q", number & 0xFFFFFFFF, AUDIT[architecture], 0, *values)
    instructions = list(struct.iter_unpack("<HBBI", program))
    accumulator = position = 0
    while True:
        code, if_true, if_false, operand = instructions[position]
        position += 1
        if code == RETURN:
            return operand
        elif code == LOAD:
            (accumulator,) = struct.unpack_from("<I", data, operand)
        elif code == AND:
            accumulator &= operand
        elif code == JUMP:
            position += operand
        else:
            holds = {
                EQUAL: accumulator == operand,
                GREATER: accumulator > operand,
                GREATER_EQUAL: accumulator >= operand,
                SET: bool(accumulator & operand),
            }[code]
            position += if_true if holds else if_false
