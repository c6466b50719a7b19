# kind = "wrong"
# mistake = "Ines misses the pulse, but Jonas works only once"
# loses = ["test_one_hears_it_twice_and_one_never"]
# without_finding = "the wake-up is lost, as was asked for; but Jonas does not work twice"

rounds = {0, 1, 2, 3}
both_late = "0x4.2.3.1x4.2x2.3x2"
twice_and_never = "0x4.2.1x4.2x2.3"
all_home = "0x4.1.2x5.3x3.1x3"
