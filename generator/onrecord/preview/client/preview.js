/* The preview's part in a page: it hears of each build, shows what stands against it, and shows the
   page again where the reader was. All that it is told is text; nothing of it becomes markup. */
(() => {
  const doc = document, own = doc.currentScript.dataset;
  const PLACE = "onrecord-preview-place", FRONT = "onrecord-preview-front";
  const session = own.session;
  const NAMED = 3; /* of what is not published yet, at most */
  let number = Number(own.number), socket, retry = 250, state = {}, listIsOpen = false;

  /* 1 what a build says */

  const act = {
    hello() {
      send({ command: "info", url: location.href, plugins: {}, number, session, front });
      isKnown = true;
    },
    reload(told) {
      const paths = told.paths || [told.path];
      if (told.path === "*" || !told.paths) return again();
      if (paths.some(isShown)) again();
    },
    state(told) {
      number = told.number;
      state = told;
      show();
      settled(); /* notes make room for themselves */
    },
    follow(told) {
      const there = told.path.split("/").map(encodeURIComponent).join("/");
      if (location.pathname !== there) location.assign(there); else again();
    },
  };

  function connect() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(`${scheme}//${location.host}/_preview/livereload`);
    socket.onopen = () => {
      retry = 250;
      send({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    };
    socket.onmessage = ({ data }) => {
      const told = JSON.parse(data);
      if (Object.hasOwn(act, told.command)) act[told.command](told);
    };
    socket.onclose = () => {
      isKnown = false;
      setTimeout(connect, retry);
      retry = Math.min(retry * 2, 4000);
    };
  }

  function send(message) {
    socket.send(JSON.stringify(message));
  }

  /* When this tab was last in front, which decides whether it is the one that follows. */
  let front = 0, isKnown = false;

  function comeToFront() {
    front = Date.now();
    try { sessionStorage.setItem(FRONT, front); } catch { /* a private window */ }
    if (isKnown) send({ command: "front", front });
  }

  function recallFront() {
    try { front = Number(sessionStorage.getItem(FRONT)); } catch { /* a private window */ }
    if (doc.visibilityState === "visible" && (!front || doc.hasFocus())) comeToFront();
  }

  for (const kind of ["focus", "pointerdown"]) addEventListener(kind, comeToFront, { capture: true, passive: true });
  doc.addEventListener("visibilitychange", () => { if (doc.visibilityState === "visible") comeToFront(); });

  /** Whether the page must be shown again for a file; a stylesheet or picture is exchanged in place. */
  function isShown(path) {
    const address = new URL(path.split("/").map(encodeURIComponent).join("/"), location).href;
    const is = (url) => { const one = new URL(url, location); one.search = one.hash = ""; return one.href === address; };
    const fresh = `${address}?${Date.now()}`;
    let isDone = false;
    for (const link of doc.querySelectorAll("link[rel~=stylesheet]")) {
      if (is(link.href)) { restyle(link, fresh); isDone = true; }
    }
    for (const image of doc.images) {
      if (is(image.currentSrc || image.src)) { image.srcset = ""; image.src = fresh; isDone = true; }
    }
    if (isDone) return false;
    return performance.getEntriesByType("resource").some((one) => is(one.name));
  }

  /** The new style takes over once it is there, so that the page is never bare. */
  function restyle(link, address) {
    const next = link.cloneNode();
    next.href = address;
    next.onload = next.onerror = () => link.remove();
    link.after(next);
  }

  /* 2 the place in the page, which is kept when it is shown again */

  const HEADINGS = "h1, h2, h3, h4, h5, h6";

  function again() {
    try { sessionStorage.setItem(PLACE, JSON.stringify(place())); } catch { /* a private window */ }
    history.scrollRestoration = "manual";
    location.reload();
  }

  function place() {
    const headings = [...doc.querySelectorAll(HEADINGS)];
    const above = headings.filter((one) => one.getBoundingClientRect().top <= 1);
    const near = above.at(-1);
    return {
      path: location.pathname,
      x: scrollX, y: scrollY,
      heading: near && name(near, headings),
      below: near ? near.getBoundingClientRect().top : 0,
      isAtEnd: scrollY > 0 && innerHeight + scrollY >= doc.documentElement.scrollHeight - 1,
      open: [...doc.querySelectorAll("details")].map((one, at) => [key(one, at), one.open]),
      cards: "popover" in HTMLElement.prototype
        ? [...doc.querySelectorAll("[popover]:popover-open")].map((one) => one.id) : [],
      chosen: [...doc.querySelectorAll("input[type=radio][id], input[type=checkbox][id]")]
        .filter((one) => one.checked !== one.defaultChecked).map((one) => [one.id, one.checked]),
      focus: doc.activeElement?.id || "",
      list: listIsOpen,
    };
  }

  /** A heading by its id, else by its words and how many before it have the same. */
  function name(heading, headings) {
    const words = heading.textContent.trim();
    const same = headings.filter((one) => one.textContent.trim() === words);
    return { id: heading.id, words, nth: same.indexOf(heading) };
  }

  function found({ id, words, nth }) {
    if (id && doc.getElementById(id)) return doc.getElementById(id);
    const same = [...doc.querySelectorAll(HEADINGS)].filter((one) => one.textContent.trim() === words);
    return same[nth] || same[0];
  }

  function key(one, at) {
    return one.id || one.querySelector("summary")?.textContent.trim() || at;
  }

  function back(was) {
    for (const [at, one] of [...doc.querySelectorAll("details")].entries()) {
      const before = was.open.find(([known]) => known === key(one, at));
      if (before) one.open = before[1];
    }
    for (const [id, isChecked] of was.chosen) {
      const input = doc.getElementById(id);
      if (input && input.checked !== isChecked) input.click();
    }
    for (const id of was.cards) doc.getElementById(id)?.showPopover?.();
    if (was.focus) doc.getElementById(was.focus)?.focus({ preventScroll: true });
    listIsOpen = was.list;
    settled = () => { settled = () => {}; settle(was); };
    settle(was);
    /* what comes late, such as a font or a picture, may still move the text */
    addEventListener("load", () => settle(was), { once: true });
    doc.fonts?.ready.then(() => settle(was));
  }

  let settled = () => {};

  function settle(was) {
    if (moved) return;
    const heading = was.heading && found(was.heading);
    let y = was.y;
    if (was.isAtEnd) y = doc.documentElement.scrollHeight;
    else if (heading) y = scrollY + heading.getBoundingClientRect().top - was.below;
    scrollTo({ left: was.x, top: y, behavior: "instant" });
  }

  let moved = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => { moved = true; }, { once: true, passive: true, capture: true });
  }

  function restore() {
    let was;
    try {
      was = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch { /* a private window */ }
    if (was && was.path === location.pathname) back(was);
    history.scrollRestoration = "auto";
  }

  /* 3 what is shown over the page */

  let root;

  function tree() {
    if (!root?.host.isConnected) {
      const host = doc.createElement("onrecord-preview");
      root = host.attachShadow({ mode: "open" });
      const style = doc.createElement("link");
      style.rel = "stylesheet";
      style.href = "/_preview/preview.css";
      root.append(style);
      doc.body.append(host);
    }
    return root;
  }

  function show() {
    if (!doc.body) return;
    const shown = tree();
    for (const one of shown.querySelectorAll("[data-shown]")) one.remove();
    if (state.errors.count) { listIsOpen = false; shown.append(overlay(state)); }
    const foot = element("div", { class: "foot" }, ...banner(state));
    shown.append(foot);
    if (state.warnings.count) {
      const [button, box] = quiet(state.warnings);
      foot.append(button);
      shown.append(box);
    }
    notes(shown, state.margin);
  }

  function element(name, attributes, ...inside) {
    const made = doc.createElement(name);
    made.dataset.shown = "";
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  function overlay({ errors: { count, shown }, isThere }) {
    const close = element("button", { type: "button" }, "Hide until the next save");
    close.onclick = () => box.remove();
    const below = isThere ? "The page below is the last good one; this goes away when the site is mended."
      : "The last good build has no page at this address. This goes away when the site is mended.";
    const box = element("section", { class: "overlay", role: "alert", "aria-labelledby": "what" },
      close, element("h2", { id: "what" }, count === 1 ? "1 error" : `${count} errors`),
      element("p", {}, below), list(shown, count));
    return box;
  }

  /** What is not published yet of all that the page shows: itself, and what it leads to. */
  function banner({ notice, waiting }) {
    const told = notice ? [element("p", {}, notice)] : [];
    const led = new Set([...doc.links].filter((one) => one.origin === location.origin && one.getClientRects().length)
      .map((one) => pathOf(one.pathname)));
    const at = (one) => [...led].findIndex((path) => one.paths.includes(path));
    const met = waiting.filter((one) => at(one) >= 0).sort((one, other) => at(one) - at(other));
    if (met.length) {
      const line = element("p", {}, "Shown here, but not published yet: ");
      for (const [nth, { title, state: why, paths }] of met.slice(0, NAMED).entries()) {
        line.append(nth ? "; " : "", element("a", { href: encodeURI(paths[0]) }, title), ` (${why})`);
      }
      if (met.length > NAMED) line.append(`; and ${met.length - NAMED} more`);
      told.push(line);
    }
    return told.length ? [element("div", { class: "notice", role: "note" }, ...told)] : [];
  }

  function pathOf(encoded) {
    try { return decodeURIComponent(encoded); } catch { return encoded; }
  }

  let closeList = () => {};

  function quiet({ count, shown }) {
    const close = element("button", { type: "button" }, "Close");
    const box = element("section", { class: "list", id: "warnings", "aria-label": "Warnings" }, close, list(shown, count));
    const button = element("button", { class: "counter", type: "button", "aria-controls": "warnings" },
      count === 1 ? "1 warning" : `${count} warnings`);
    const open = (is) => {
      listIsOpen = is;
      box.hidden = !is;
      button.setAttribute("aria-expanded", is);
    };
    open(listIsOpen);
    button.onclick = () => open(!listIsOpen);
    closeList = () => { open(false); button.focus({ preventScroll: true }); };
    close.onclick = closeList;
    return [button, box];
  }

  function list(shown, count) {
    const rows = shown.map((one) => {
      const row = element("li", { class: one.severity }, ...report(one.text));
      if (one.link) row.append(element("a", { href: one.link }, `Open ${one.place}`));
      return row;
    });
    if (count > shown.length) rows.push(element("li", {}, `and ${count - shown.length} more, in the terminal`));
    return element("ol", {}, ...rows);
  }

  const OF_EXCERPT = /^ *\d* *\|/;

  /** A finding as it is said; lines of a file stay whole, so that what is marked stands over its mark. */
  function report(text) {
    const parts = [];
    for (const line of text.split("\n")) {
      const isExcerpt = OF_EXCERPT.test(line);
      if (parts.at(-1)?.isExcerpt === isExcerpt) parts.at(-1).lines.push(line);
      else parts.push({ isExcerpt, lines: [line] });
    }
    return parts.map(({ isExcerpt, lines }) =>
      element("pre", isExcerpt ? { class: "excerpt", tabindex: "0" } : {}, lines.join("\n")));
  }

  /* 4 quotes without a place, beside or below where they were expected; never over the text */

  const WIDTH = 240, GAP = 12;
  let noted = [];
  const roomy = new Map(); /* blocks below which there is room for notes: how much, and what was there */

  function notes(shown, margin) {
    noted = margin.map((one) => {
      const note = element("details", { class: "note", open: "" },
        element("summary", {}, `${one.code} ${one.message}`), element("pre", {}, one.hint));
      if (one.link) note.append(element("a", { href: one.link }, `Open ${one.opens}`));
      note.ontoggle = arrange;
      shown.append(note);
      return { note, block: expected(one.passage) };
    });
    const top = ({ block }) => block.getBoundingClientRect().top;
    noted.sort((one, other) => top(one) - top(other));
    arrange();
  }

  function giveBack() {
    for (const [block, { margin }] of roomy) block.style.marginBlockEnd = margin;
    roomy.clear();
  }

  function arrange() {
    giveBack();
    if (!noted.length) return;
    for (const { note, block } of noted) if (!putBeside(note, block)) note.style.top = "";
    for (const { note, block } of noted) if (!note.style.top) putBelow(note, block);
    /* those below have moved what follows them */
    if (roomy.size) for (const { note, block } of noted) if (note.isBeside) putBeside(note, block);
  }

  /** Where there is a margin with nothing of the page in it; false where there is none. */
  function putBeside(note, block) {
    const box = block.getBoundingClientRect(), isMirrored = getComputedStyle(block).direction === "rtl";
    const left = isMirrored ? box.left - GAP - WIDTH : box.right + GAP;
    note.isBeside = left >= 0 && left + WIDTH <= doc.documentElement.clientWidth;
    if (!note.isBeside) return false;
    putAt(note, left, box.top, WIDTH);
    const height = note.offsetHeight;
    let top = box.top;
    for (const one of inTheWay(left, left + WIDTH, note)) {
      if (one.top < top + height + GAP && one.bottom > top - GAP) top = one.bottom + GAP;
    }
    note.isBeside = top <= box.bottom; /* further down it is nearer below the text */
    if (note.isBeside) putAt(note, left, top, WIDTH);
    return note.isBeside;
  }

  /** What is printed between these two lines down the page, and the notes that stand there, from the top. */
  function inTheWay(left, right, note) {
    const found = noted.slice(0, noted.findIndex((one) => one.note === note))
      .filter((one) => one.note.style.top).map((one) => one.note.getBoundingClientRect());
    const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT), range = doc.createRange();
    while (texts.nextNode()) {
      if (!texts.currentNode.data.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      found.push(...range.getClientRects());
    }
    for (const one of doc.querySelectorAll("img, svg, video, canvas")) found.push(one.getBoundingClientRect());
    return found.filter((one) => one.width && one.right > left && one.left < right).sort((one, other) => one.top - other.top);
  }

  /** Below the text, which makes room for it. */
  function putBelow(note, block) {
    const whole = block.closest("table") || block, box = whole.getBoundingClientRect();
    const room = roomy.get(whole) || { margin: whole.style.marginBlockEnd, taken: 0,
      before: Number.parseFloat(getComputedStyle(whole).marginBlockEnd) || 0 };
    putAt(note, box.left, box.bottom + GAP + room.taken, Math.max(box.width, WIDTH));
    room.taken += note.offsetHeight + GAP;
    roomy.set(whole, room);
    whole.style.marginBlockEnd = `${room.before + room.taken + GAP}px`;
  }

  function putAt(note, left, top, width) {
    note.style.left = `${left + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
    note.style.width = `${width}px`;
  }

  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  /** The block of the text that has most of the passage's words in their order. */
  function expected(passage) {
    const text = doc.querySelector("main .text") || doc.querySelector("main") || doc.body;
    const wanted = words(passage);
    let best = text.firstElementChild || text, most = 0;
    if (!wanted.length) return best;
    for (const block of text.querySelectorAll("p, li, blockquote, h2, h3, h4, td, dd, figcaption")) {
      const have = words(block.textContent);
      let at = 0, shared = 0;
      for (const word of wanted) {
        const next = have.indexOf(word, at);
        if (next >= 0) { shared += 1; at = next + 1; }
      }
      if (shared > most) { most = shared; best = block; }
    }
    return best;
  }

  for (const kind of ["resize", "load", "afterprint"]) addEventListener(kind, arrange);
  addEventListener("beforeprint", giveBack);
  doc.fonts?.ready.then(arrange);
  doc.addEventListener("keydown", (event) => { if (event.key === "Escape" && listIsOpen) closeList(); });
  doc.addEventListener("DOMContentLoaded", () => { recallFront(); restore(); connect(); });
})();
