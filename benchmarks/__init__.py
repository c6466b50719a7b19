"""The explorer beside its peers on the same programs, and what stays behind: see docs/benchmarks.md."""
