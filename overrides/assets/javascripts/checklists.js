/* Checklists that are ticked on the screen. The ticks stay in the browser: nothing is sent, and
   nothing is kept but which lines are ticked and on which day. Without this script the page is
   the sheet that it prints. */
(() => {
  const sheet = document.querySelector("[data-checklist]");
  const template = sheet && sheet.querySelector("template[data-ticks]");
  if (!template) return;
  const { school, checklist, title, edition } = sheet.dataset;
  const KEY = `school-policy/ticks/${school}/${checklist}`;
  const KIND = "school-policy-ticks";
  const LARGEST_FILE = 1_000_000;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  /* A short print of a line's words, by which a tick knows that they have changed. */
  const print = (words) => {
    let hash = 5381;
    for (const sign of words.replace(/\s+/g, " ").trim()) {
      hash = (hash * 33 + sign.codePointAt(0)) % 4294967296;
    }
    return hash.toString(36);
  };
  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const inWords = (day) =>
    new Date(`${day}T12:00`).toLocaleDateString("en-GB", {
      day: "numeric",
      month: "short",
      year: "numeric",
    });
  const some = (number) => (number === 1 ? "1 tick" : `${number} ticks`);

  /* The page: a box to tick for each line, and the tools above them. */
  const table = sheet.querySelector(".sp-items");
  table.before(template.content.cloneNode(true));
  const tools = sheet.querySelector(".sp-ticks");
  const part = (name) => tools.querySelector(`[data-${name}]`);
  const file = tools.querySelector("input[type=file]");
  const lines = new Map();
  for (const row of table.querySelectorAll("tbody tr[id]")) {
    const text = document.getElementById(`${row.id}-text`);
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "sp-box sp-tick";
    box.setAttribute("aria-labelledby", text.id);
    box.autocomplete = "off"; // else a browser brings back old ticks of its own on reload
    row.querySelector(".sp-box").replaceWith(box);
    const changed = document.createElement("span");
    changed.className = "sp-tick__changed";
    changed.id = `${row.id}-changed`;
    changed.textContent = "Changed since you ticked it. Look again, then tick it anew.";
    changed.hidden = true;
    text.after(changed);
    const date = row.querySelector(".sp-items__date");
    lines.set(row.id, { box, row, date, changed, print: print(text.textContent) });
  }

  /* What is kept: in the browser, or, where it refuses, as long as the page is open. */
  const none = () => ({ edition, ticks: {} });
  let here = none();
  const keeps = (() => {
    try {
      localStorage.setItem(`${KEY}/try`, "1");
      localStorage.removeItem(`${KEY}/try`);
      return true;
    } catch {
      return false;
    }
  })();
  const soundTick = (tick) =>
    Boolean(tick) && DAY.test(tick.on) && !Number.isNaN(Date.parse(tick.on)) && typeof tick.text === "string";
  const sound = (ticks) =>
    Object.fromEntries(
      Object.entries(ticks || {})
        .filter(([, tick]) => soundTick(tick))
        .map(([id, { on, text }]) => [id, { on, text }]),
    );
  const read = () => {
    if (!keeps) return here;
    try {
      const kept = JSON.parse(localStorage.getItem(KEY)) || none();
      return { edition: String(kept.edition), ticks: sound(kept.ticks) };
    } catch {
      return none();
    }
  };
  const write = (state) => {
    here = state;
    if (!keeps) return;
    try {
      if (Object.keys(state.ticks).length) localStorage.setItem(KEY, JSON.stringify(state));
      else localStorage.removeItem(KEY);
    } catch {
      say("This browser has no room left. Save your ticks as a file.");
    }
  };

  const say = (words) => {
    part("said").textContent = words;
  };
  const known = (ticks) => Object.keys(ticks).filter((id) => lines.has(id));

  const show = () => {
    const { ticks } = read();
    for (const [id, { box, row, date, changed, print: now }] of lines) {
      const tick = Object.hasOwn(ticks, id) ? ticks[id] : null;
      const stale = Boolean(tick) && tick.text !== now;
      box.checked = Boolean(tick);
      row.classList.toggle("sp-ticked", Boolean(tick) && !stale);
      changed.hidden = !stale;
      if (stale) box.setAttribute("aria-describedby", changed.id);
      else box.removeAttribute("aria-describedby");
      date.textContent = tick ? inWords(tick.on) : "";
    }
    const done = known(ticks).length;
    part("count").textContent = `${done} of ${lines.size} done`;
    const progress = tools.querySelector("progress");
    progress.max = lines.size;
    progress.value = done;
    part("clear").disabled = part("save").disabled = !done;
  };

  table.addEventListener("change", ({ target }) => {
    const id = target.closest("tr[id]").id;
    const state = read(); // anew: another tab may have ticked in the meantime
    if (target.checked) state.ticks[id] = { on: today(), text: lines.get(id).print };
    else delete state.ticks[id];
    say("");
    write(state);
    show();
  });

  part("clear").addEventListener("click", () => {
    const { ticks } = read();
    if (!confirm(`Clear ${some(known(ticks).length)}? This cannot be undone.`)) return;
    write(none());
    show();
    say("All ticks are cleared.");
    lines.values().next().value.box.focus();
  });

  part("save").addEventListener("click", () => {
    const ticks = Object.fromEntries(known(read().ticks).map((id) => [id, read().ticks[id]]));
    const content = { kind: KIND, school, checklist, title, edition, saved: today(), ticks };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }),
    );
    link.download = `${school}-${checklist}-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(`${some(known(ticks).length)} saved as a file.`);
  });

  /* Why a file cannot be opened here; nothing if it can. */
  const refusal = (content) => {
    if (!content || content.kind !== KIND || !content.ticks || typeof content.ticks !== "object") {
      return "This is not a file with ticks. Open one that was saved from this page.";
    }
    if (content.school !== school) return "This file is from the site of another school.";
    if (content.checklist !== checklist) {
      return `This file belongs to another list: “${content.title || content.checklist}”.`;
    }
    if (content.edition !== edition) {
      return `This file is of edition ${content.edition}. The list is now edition ${edition}, so it starts afresh.`;
    }
    return "";
  };
  const open = async (chosen) => {
    if (chosen.size > LARGEST_FILE) return "This file is too large to be one with ticks.";
    let content;
    try {
      content = JSON.parse(await chosen.text());
    } catch {
      return "This file cannot be read. Open one that was saved from this page.";
    }
    const refused = refusal(content);
    if (refused) return refused;
    const ticks = sound(content.ticks);
    const before = known(read().ticks).length;
    const count = known(ticks).length;
    if (before && !confirm(`Put ${some(count)} from the file in place of ${some(before)} here?`)) {
      return "Nothing was changed.";
    }
    write({ edition, ticks });
    show();
    const gone = Object.keys(ticks).length - count;
    const lost = gone ? ` Left out, as the list does not have their lines any more: ${some(gone)}.` : "";
    return `${some(count)} taken from the file.${lost}`;
  };
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) say(await open(chosen));
    file.value = ""; // so that the same file can be opened again
  });

  part("kept").hidden = !keeps;
  part("not-kept").hidden = keeps;
  const before = read();
  if (before.edition !== edition) {
    write(none());
    const count = Object.keys(before.ticks).length;
    if (count) say(`This list is now edition ${edition}. What was ticked in edition ${before.edition} is cleared.`);
  }
  show();
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) show();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show();
  });
})();
