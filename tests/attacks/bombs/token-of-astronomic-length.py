# tries = "answers with schedules of astronomic numbers of steps and threads"
# exercise = "a-moment"

can_sell = {1}
forever = "0x99999999999999999999999999.1x18446744073709551616.2x999999999999999"
only_jonas = "999999999999x1." * 1000
