# tries = "gives texts as tokens that forge sentences, markup and terminal escapes in the reason of the check"
# exercise = "a-moment"

can_sell = {"<script>injected()</script>", "\x1b[2J", "‮", "[bold]x[/bold]"}
forever = "0x1.1x1'</code><script>injected()</script>\x1b[31m‮"
only_jonas = "\ud800"
