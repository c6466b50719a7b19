// The page's half of %%play.  It knows nothing of threads: a control says in its data- attributes what to send, the
// kernel answers with the next picture, and the focus goes back to where it was.

const DIGIT = /^[0-9]$/;

/** What pressing `key` stands for: the control that does it, or null. */
function control(root, key) {
  if (DIGIT.test(key)) return root.querySelector(`[data-choice="${key}"]`);
  if (key === "t") return root.querySelector('[data-choice="-1"]');
  if (key === "Backspace") return root.querySelector("[data-undo]");
  if (key === "r") return root.querySelector("[data-restart]");
  return null;
}

const KEYS = new Set(["t", "r", "Backspace"]);

/** The message that a control sends. */
function message(button) {
  if (button.dataset.choice !== undefined) return { choice: Number(button.dataset.choice) };
  if (button.dataset.undo !== undefined) return { undo: true };
  if (button.dataset.restart !== undefined) return { restart: true };
  return null;
}

async function copy(button, announce) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
    announce("Copied.");
  } catch {
    // Not every page may write to the clipboard: the token is selected instead.
    const code = button.parentElement.querySelector("code");
    getSelection().selectAllChildren(code);
    announce("Selected; copy it with your keyboard.");
  }
}

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "course-play";
  root.tabIndex = 0;
  root.setAttribute("role", "region");
  root.setAttribute("aria-label", "You are the scheduler");
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take the digits for headings

  const said = document.createElement("p");
  said.className = "course-play-said";
  said.setAttribute("role", "status");
  said.setAttribute("aria-live", "polite");
  const board = document.createElement("div");
  root.append(said, board);
  el.append(root);

  let waiting = false;
  const announce = (text) => { said.textContent = text; };

  function send(button) {
    const content = message(button);
    if (content === null || waiting || button.disabled) return;
    waiting = true;
    root.setAttribute("aria-busy", "true");
    model.send(content);
  }

  function draw() {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset?.key;
    const { html, said: words } = model.get("shown");
    const over = board.querySelector('[data-key="over"]') !== null;
    board.innerHTML = html;
    waiting = false;
    root.removeAttribute("aria-busy");
    announce(words);
    for (const source of board.querySelectorAll(".course-play-source")) {
      const line = source.querySelector(".course-play-here");
      if (line) source.scrollTop = line.offsetTop - source.clientHeight / 2;
    }
    if (focused === null) return;
    const again = key === undefined ? null : board.querySelector(`[data-key="${key}"]:not(:disabled)`);
    (again ?? root).focus({ preventScroll: true });
    const end = board.querySelector('[data-key="over"]');
    if (end && !over) root.scrollIntoView({ block: "start" });
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button === null || !board.contains(button)) return;
    if (button.dataset.copy !== undefined) copy(button, announce);
    else send(button);
  });

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!DIGIT.test(event.key) && !KEYS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const button = control(board, event.key);
    if (button && !button.disabled) send(button);
    else announce(DIGIT.test(event.key) ? `${event.key} cannot go on now.` : "That cannot be done now.");
  });

  model.on("change:shown", draw);
  draw();
  // Whoever has just run the cell wants to play; whoever is typing somewhere is left alone.
  requestAnimationFrame(() => {
    const typing = document.activeElement?.closest?.(".cm-editor, input, textarea, select, [role=dialog]");
    if (!typing && el.isConnected) root.focus({ preventScroll: true });
  });
  return () => model.off("change:shown", draw);
}

export default { render };
