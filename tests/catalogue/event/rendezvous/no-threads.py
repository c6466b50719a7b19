# kind = "wrong"
# mistake = "one job after the other, without threads"
# loses = ["test_every_job_is_done_once", "test_nobody_has_to_go_first", "test_jobs_side_by_side"]
# without_finding = "no execution shows what is possible in none"

def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    write_prices()
    wash_trays()
    fill_trays()
    hang_prices()
