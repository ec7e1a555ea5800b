/* The preview's part in a page: it hears of each build, shows what stands against it, and shows the
   page again where the reader was. All that it is told is text; nothing of it becomes markup. */
(() => {
  const doc = document, own = doc.currentScript.dataset, PLACE = "onrecord-preview-place";
  const session = own.session;
  let number = Number(own.number), socket, retry = 250, state = {}, listIsOpen = false;

  /* 1 what a build says */

  const act = {
    hello() {
      send({ command: "info", url: location.href, plugins: {}, number, session });
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
      setTimeout(connect, retry);
      retry = Math.min(retry * 2, 4000);
    };
  }

  function send(message) {
    socket.send(JSON.stringify(message));
  }

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
    settle(was);
    /* what comes late, such as a font or a picture, may still move the text */
    addEventListener("load", () => settle(was), { once: true });
    doc.fonts?.ready.then(() => settle(was));
  }

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
    if (state.notice) shown.append(element("div", { class: "notice", role: "note" }, state.notice));
    if (state.errors.count) shown.append(overlay(state.errors));
    if (state.warnings.count) shown.append(...quiet(state.warnings));
    notes(shown, state.margin);
  }

  function element(name, attributes, ...inside) {
    const made = doc.createElement(name);
    made.dataset.shown = "";
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  function overlay({ count, shown }) {
    const close = element("button", { type: "button" }, "Hide until the next save");
    close.onclick = () => box.remove();
    const box = element("section", { class: "overlay", role: "alert", "aria-labelledby": "what" },
      close, element("h2", { id: "what" }, count === 1 ? "1 error" : `${count} errors`),
      element("p", {}, "The page below is the last good one; this goes away when the site is mended."),
      list(shown, count));
    return box;
  }

  function quiet({ count, shown }) {
    const box = element("section", { class: "list", id: "warnings", "aria-label": "Warnings" }, list(shown, count));
    const button = element("button", { class: "counter", type: "button", "aria-controls": "warnings" },
      count === 1 ? "1 warning" : `${count} warnings`);
    const open = (is) => {
      listIsOpen = is;
      box.hidden = !is;
      button.setAttribute("aria-expanded", is);
    };
    open(listIsOpen);
    button.onclick = () => open(!listIsOpen);
    return [button, box];
  }

  function list(shown, count) {
    const rows = shown.map((one) => {
      const row = element("li", { class: one.severity }, element("pre", {}, one.text));
      if (one.link) row.append(element("a", { href: one.link }, `Open ${one.place}`));
      return row;
    });
    if (count > shown.length) rows.push(element("li", {}, `and ${count - shown.length} more, in the terminal`));
    return element("ol", {}, ...rows);
  }

  /* 4 quotes without a place, in the margin where they were expected */

  function notes(shown, margin) {
    let lowest = 0;
    const placed = margin.map((one) => ({ one, block: expected(one.passage) }));
    const top = (block) => block.getBoundingClientRect().top + scrollY;
    placed.sort((a, b) => top(a.block) - top(b.block));
    for (const { one, block } of placed) {
      const note = element("details", { class: "note" },
        element("summary", {}, `${one.code} ${one.message}`), element("pre", {}, one.hint));
      if (one.link) note.append(element("a", { href: one.link }, "Open the record"));
      shown.append(note);
      const box = block.getBoundingClientRect();
      const beside = box.right + 16, room = doc.documentElement.clientWidth - 248;
      note.open = beside <= room; /* where it would lie on the text, it is one line until it is chosen */
      note.style.left = `${Math.max(0, Math.min(beside, room)) + scrollX}px`;
      lowest = Math.max(lowest, box.top + scrollY);
      note.style.top = `${lowest}px`;
      lowest += note.offsetHeight + 8;
    }
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

  addEventListener("resize", () => { if (state.margin?.length) show(); });
  doc.addEventListener("DOMContentLoaded", () => { restore(); connect(); });
})();
