def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    pass
