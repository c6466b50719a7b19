"""The sandbox: what strangers' programs may see and do while grading explores them.

`walls` starts explorer processes in bubblewrap, or refuses with a sentence; `enclosure` says which files they see, and
`seccomp` which system calls they may make.
"""
