# kind = "wrong"
# mistake = "nobody waits for anybody"
# loses = ["test_prices_are_read_whole", "test_nobody_overtakes_a_waiting_writer", "test_two_writers_one_after_the_other", "test_nobody_overtakes_the_second_writer", "test_everybody_comes_to_the_board"]
# finding = "data race"

class PriceBoard:
    def read(self, look):
        return look()

    def write(self, chalk):
        chalk()
