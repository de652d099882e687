/* The picker of "Can I ...?". It only looks up: every answer was worked out when the site was
   made, and its sentences are patterns with slots (schoolpolicy/publish/views/picker*.py say what
   is where). The question is kept in the address, so that an answer can be sent to somebody. */
(() => {
  const template = document.getElementById("picker-template");
  const source = document.getElementById("picker-data");
  if (!template || !source) return;
  const data = JSON.parse(source.textContent);
  template.after(template.content.cloneNode(true));
  const root = document.getElementById("picker");
  const field = (name) => root.querySelector(`[name="${name}"]`);
  const who = field("who");
  const thing = field("thing");
  const doing = field("doing");
  const place = field("place");
  const time = field("time");
  const occasion = field("occasion");
  const find = document.getElementById("picker-find");
  const kinds = [...root.querySelectorAll("[data-kind]")];
  const [occasions, places, times] = data.sides;
  const CHILD = "child";
  const every = [...thing.children].map((each) => ({
    node: each,
    options: each.label === undefined || each.tagName === "OPTION" ? [] : [...each.children],
  }));

  const fill = (pattern, words) =>
    pattern.replace(/\{(\w+)\}/g, (slot, name) => (name in words ? words[name] : slot));
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /* The value at a place of a list that is written as runs: value, how many, value, how many. */
  const at = (runs, position) => {
    let before = 0;
    for (let index = 0; index < runs.length; index += 2) {
      before += runs[index + 1];
      if (position < before) return runs[index];
    }
    return -1;
  };

  /* Who asks: the number of the person, and whom the answer speaks about. */
  const audience = () => (who.value === CHILD ? "pupils" : who.value);
  const mine = () => kinds.filter((kind) => kind.dataset.audience === audience());
  const person = () => {
    const chosen = mine().map((kind) => kind.querySelector("select").value);
    if (!who.value || chosen.includes("?")) return -1;
    const wanted = [audience(), ...chosen.filter(Boolean).sort()].join(" ");
    return data.people.findIndex((each) => each.join(" ") === wanted);
  };

  /* For what is done with what: the number of the row of its answers, and of that of its ladders. */
  const use = () => data.uses[thing.value][doing.value];

  const ruleFor = (asks) => {
    const row = data.rows[use()[0]];
    const line = data.lines[row[asks]];
    if (!line) return null;
    const block = data.blocks[at(line, occasion ? occasions.indexOf(occasion.value) : 0)];
    const number = at(block, places.indexOf(place.value) * times.length + times.indexOf(time.value));
    if (number < 0) return null;
    return Object.fromEntries(data.rule.map((name, index) => [name, data.rules[number][index]]));
  };

  const sentence = (rule) => {
    const mind = who.value === CHILD ? "your child" : "you";
    const names = data.things[thing.value];
    const called = (mind === "you" ? names[0][0] : names[0][1]) || names[0][0];
    const brought = doing.value === "bring" && !names[1];
    const words = {
      who: mind,
      Who: capital(mind),
      do: fill(names[1] ? data.activity : data.do[doing.value], { thing: called }),
      where:
        (brought ? data.brought : data.places)[places.indexOf(place.value)] +
        data.times[times.indexOf(time.value)] +
        (occasion ? data.occasions[occasions.indexOf(occasion.value)] : ""),
    };
    if (!rule) return data.none;
    const says = [].concat(rule.says);
    const moment = rule.moments && says.length > 1 ? rule.moments[times.indexOf(time.value)] : 0;
    const adult = audience() === "pupils" ? 0 : 1;
    return fill(data.patterns[moment ? says[moment + 1] : says[adult] ?? says[0]], words);
  };

  /* What is shown. */
  const part = (name) => root.querySelector(`[data-slot="${name}"]`);
  const show = (name, text) => {
    const found = part(name);
    found.hidden = !text;
    (found.querySelector("[data-text]") || found).textContent = text || "";
  };
  const text = (number) => (number === undefined || number < 0 ? "" : data.texts[number]);
  const inWords = (bands, plain, band) => text(bands && band in bands ? bands[band] : plain);
  const copies = (name, texts) =>
    texts.map((words) => {
      const copy = root.querySelector(`template[${name}]`).content.cloneNode(true);
      copy.firstElementChild.textContent = words;
      return copy;
    });

  const showAnswer = (asks) => {
    const rule = ruleFor(asks);
    const found = rule || { bands: {} };
    const band = who.value === CHILD ? "" : data.bands[asks];
    show("says", sentence(rule));
    const badge = rule && `${data.levels[rule.level]}${audience() === "pupils" ? "" : "-adult"}`;
    part("level").replaceChildren(
      ...(rule ? [root.querySelector(`template[data-level="${badge}"]`).content.cloneNode(true)] : []),
    );
    const needs = (found.needs || []).map(text);
    part("needs").hidden = !needs.length;
    part("needs").querySelector("ul").replaceChildren(...copies("data-item", needs));
    show("until", (found.until || []).map(text).join(" "));
    show("plain", rule ? inWords(rule.bands, rule.plain, band) : "");
    part("more").replaceChildren(...copies("data-line", (found.more || []).map(text)));
    show("instead", text(found.instead));
    show("why", text(found.why));
    const unless = (found.unless || []).map(text);
    part("unless").hidden = !unless.length;
    part("unless").querySelector("ul").replaceChildren(...copies("data-item", unless));
    const ladder = found.binds ? data.ladders[data.after[use()[1]][asks]] : null;
    show("after", ladder ? inWords(ladder[1], ladder[0], band) : "");
    const steps = part("after").querySelector("a");
    steps.hidden = !(ladder && ladder[2]);
    if (!steps.hidden) steps.href = ladder[2];
    part("level").hidden = !rule;
    part("on").href = `${thing.value}.html${rule ? `#${rule.id}` : ""}`;
  };

  /* Some activities are not for the youngest to read of; a parent may ask about them. */
  const barred = (option) => {
    const notFor = option.dataset.notFor;
    return Boolean(notFor) && who.value !== CHILD && notFor === data.bands[person()];
  };
  const fits = (option, words) => {
    const said = ` ${option.textContent.toLowerCase()} ${option.dataset.keywords || ""}`;
    return words.every((word) => said.includes(` ${word}`));
  };
  const typed = () => find.value.toLowerCase().trim();

  /* Leave in the list what is for who asks and fits the words typed, and return it. */
  const offer = () => {
    const words = typed().split(/\s+/).filter(Boolean);
    const chosen = thing.value;
    let found = [];
    for (const { node, options } of every) {
      if (!options.length) continue;
      const fitting = options.filter((option) => !barred(option) && fits(option, words));
      node.replaceChildren(...fitting);
      node.hidden = !fitting.length;
      found = found.concat(fitting);
    }
    thing.value = found.some((option) => option.value === chosen) ? chosen : "";
    return found;
  };

  const update = () => {
    for (const kind of kinds) kind.hidden = !mine().includes(kind);
    offer();
    const made = thing.value ? Object.keys(data.uses[thing.value]) : [];
    root.querySelector('[data-part="doing"]').hidden = made.length < 2;
    for (const option of doing.options) {
      option.hidden = option.disabled = !made.includes(option.value);
    }
    if (!made.includes(doing.value)) doing.value = "any";
    const asks = person();
    const ready = asks >= 0 && Boolean(thing.value);
    root.querySelector(".sp-picker__wait").hidden = ready;
    root.querySelector(".sp-picker__rest").hidden = !ready;
    for (const name of ["says", "level"]) part(name).hidden = !ready;
    if (ready) showAnswer(asks);
  };

  /* The question in the address. */
  const fields = () => [thing, doing, place, time, ...(occasion ? [occasion] : [])];
  const cohorts = () => kinds.map((kind) => kind.querySelector("select"));
  const start = new Map([who, ...cohorts(), ...fields()].map((each) => [each, each.value]));
  let kept = null; // the question that this page itself has put into the address
  const keep = () => {
    const asked = new URLSearchParams();
    if (who.value) asked.set("who", who.value);
    const known = mine()
      .map((kind) => kind.querySelector("select").value)
      .filter((value) => value && value !== "?");
    if (known.length) asked.set("in", known.join(" "));
    for (const each of fields()) {
      if (each.value !== start.get(each)) asked.set(each.name, each.value);
    }
    kept = `${asked}`;
    if (location.hash.slice(1) !== kept) location.replace(`#${kept}`);
  };
  const offers = (select, value) => [...select.options].some((each) => each.value === value);
  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    const known = ["who", "in", ...fields().map((each) => each.name)];
    // What leads to another part of the page is no question, and leaves the one that is asked.
    if (location.hash.length > 1 && !known.some((each) => asked.has(each))) return update();
    kept = null;
    find.value = "";
    document.getElementById("picker-found").textContent = "";
    for (const [each, value] of start) each.value = value;
    offer();
    const named = asked.get("who") || "";
    const wanted = (asked.get("in") || "").split(" ");
    if (offers(who, named)) {
      who.value = named;
    } else if (named) {
      // A cohort stands for the pupil, or whoever it is, that is in it.
      const kind = kinds.find((each) => offers(each.querySelector("select"), named));
      if (kind) {
        who.value = kind.dataset.audience;
        wanted.push(named);
      }
    }
    for (const kind of mine()) {
      const select = kind.querySelector("select");
      const value = wanted.find((each) => each && offers(select, each));
      if (value) select.value = value;
    }
    for (const each of fields()) {
      const value = asked.get(each.name);
      if (value !== null && offers(each, value)) each.value = value;
    }
    update();
  };

  /* Type to find: only what fits stays in the list, and the first is chosen. */
  const narrow = () => {
    const found = offer();
    const exact = (option) => ` ${option.dataset.keywords || ""} `.includes(` ${typed()} `);
    if (typed()) thing.value = (found.find(exact) || found[0] || { value: "" }).value;
    const count = found.length === 1 ? "1 found." : `${found.length} found.`;
    const none = "Nothing found. Try another word.";
    const says = found.length ? count : none;
    document.getElementById("picker-found").textContent = typed() ? says : "";
    update();
    keep();
  };

  root.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  root.querySelector("form").addEventListener("change", () => {
    update();
    keep();
  });
  find.addEventListener("input", narrow);
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== kept) recall();
  });
  recall();
  if (location.search) keep();
})();
