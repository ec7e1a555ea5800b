/* The search page only. The index comes when the reader goes to the field, or
   with ?q= in the address; without this script the lists below remain.
   All words stand in the layout. What is found is written as text, never as
   HTML. */
(() => {
  const form = document.querySelector("form.find");
  if (!form) return;
  const box = form.parentElement, find = (what) => box.querySelector(what);
  const field = find("[name=q]"), filters = find("fieldset"), selects = [...filters.querySelectorAll("select")];
  const told = find("[role=status]"), hits = find(".hits"), further = find(".further"), blank = find("template");
  const AT_ONCE = 10, LONGEST = 240, END = "\u241e";
  const asked = new URLSearchParams(location.search);
  let engine, turn = 0, left = [], terms;

  const say = (what, number) => { told.textContent = (told.dataset[what] || "").replace("#", number?.toLocaleString(document.documentElement.lang)); };
  const sorted = (name, values) => values.sort(name === "year" ? (a, b) => b.localeCompare(a) : (a, b) => a.localeCompare(b));

  /* the same pairs of characters as in the index: these scripts have no spaces */
  const UNSPACED = /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\u{20000}-\u{3ffff}]+/gu;
  const pairs = (text) => text.replace(UNSPACED, (run) => {
    const signs = [...run];
    return ` ${signs.length < 2 ? run : signs.slice(1).map((sign, at) => signs[at] + sign).join(" ")} `;
  });

  const load = () => engine ??= (async () => {
    if (location.protocol === "file:") throw "disk";
    const loaded = await import(new URL(form.dataset.index, document.baseURI));
    const known = await loaded.filters();
    for (const select of selects) {
      const counts = known[select.name] || {}, values = sorted(select.name, Object.keys(counts));
      select.append(...values.map((value) => new Option(`${value} (${counts[value]})`, value)));
      select.parentElement.hidden = values.length < 2;
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    filters.hidden = filters.disabled = selects.every((select) => select.parentElement.hidden);
    return loaded;
  })().catch((problem) => {
    engine = undefined;
    say(problem === "disk" ? "disk" : "failed");
  });

  /* what was looked for, marked where it stands */
  const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const marker = (text) => {
    const words = text.split(/[\s"“”]+/).filter(Boolean).map(escaped);
    return words.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})|(?:${(text.match(UNSPACED) || ["$^"]).join("|")})`, "giu") : null;
  };
  const write = (element, text) => {
    let from = 0;
    for (const hit of terms ? text.matchAll(terms) : []) {
      const mark = document.createElement("mark");
      mark.textContent = hit[0];
      element.append(text.slice(from, hit.index), mark);
      from = hit.index + hit[0].length;
    }
    element.append(text.slice(from));
  };
  const excerpt = (text) => {
    const at = terms ? Math.max(text.search(terms), 0) : 0;
    let start = at < 80 ? 0 : at - 60, end = start + LONGEST;
    if (start) start = Math.max(text.lastIndexOf(" ", start) + 1, start - 20);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), end - 20);
    return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  };

  const show = async (mine) => {
    const next = await Promise.all(left.splice(0, AT_ONCE).map((hit) => hit.data()));
    if (mine !== turn) return;
    const items = next.map(({ meta, content, anchors: [address, language] }) => {
      const item = blank.content.firstElementChild.cloneNode(true);
      const [label, heading, line] = item.children, link = heading.firstElementChild;
      label.textContent = meta.label;
      link.href = address.id;
      write(link, meta.title);
      write(line, meta.line || excerpt(content.split(END)[0].trim()));
      for (const told of [link, line]) { told.dir = "auto"; told.lang = language.id; }
      if (meta.line) line.removeAttribute("lang");
      return item;
    });
    hits.append(...items);
    hits.hidden = false;
    further.hidden = !left.length;
    return items[0];
  };

  const run = async () => {
    const mine = ++turn, term = field.value.trim();
    const chosen = Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
    const wish = new URLSearchParams(term ? { q: term, ...chosen } : chosen).toString();
    if (location.protocol !== "file:") history.replaceState(null, "", wish ? `?${wish}` : location.pathname);
    if (!wish) { hits.replaceChildren(); hits.hidden = further.hidden = true; say(""); return; }
    say("waiting");
    const loaded = await load();
    if (!loaded || mine !== turn) return;
    try {
      const { results } = await loaded.search(term ? pairs(term) : null, { filters: chosen });
      if (mine !== turn) return;
      terms = marker(term);
      left = results;
      const number = left.length;
      hits.replaceChildren();
      hits.hidden = further.hidden = true;
      await show(mine);
      if (mine === turn) say(number > 1 ? "many" : number ? "one" : "none", number);
    } catch { if (mine === turn) say("failed"); }
  };

  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(run, 250); };
  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("submit", (e) => { e.preventDefault(); clearTimeout(timer); run(); });
  field.addEventListener("input", soon);
  filters.addEventListener("change", run);
  further.addEventListener("click", async () => (await show(turn))?.querySelector("a").focus());

  field.value = asked.get("q") || field.value;
  if (field.value || selects.some((select) => asked.get(select.name))) load().then((loaded) => loaded && run());
})();
