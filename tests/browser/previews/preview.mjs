// What a writer sees in the browser while saving files: each scene has articles of its own.
import assert from "node:assert/strict";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const BASE = "repo/";
const page_of = (name) => `${BASE}briefings/${name}/`;
const article = (name) => `content/articles/${name}.md`;

/** The site's folder, for one scene. */
const site = ({ folders }, which = "preview") => ({
  read: (name) => readFile(`${folders[which]}/${name}`, "utf8"),
  async save(name, text) {
    await mkdir(dirname(`${folders[which]}/${name}`), { recursive: true });
    await writeFile(`${folders[which]}/${name}`, text);
  },
  async edit(name, from, to) {
    const text = await this.read(name);
    assert.ok(text.includes(from), `${name} has no ${from}`);
    await this.save(name, text.replaceAll(from, to));
  },
  /** As careful editors save: beside the file, then in its place. */
  async exchange(name, text) {
    await this.save(`${name}.tmp`, text);
    await rename(`${folders[which]}/${name}.tmp`, `${folders[which]}/${name}`);
  },
  remove: (name) => rm(`${folders[which]}/${name}`),
});

/** A word in the page that a reload takes away. */
const mark = (page) => page.evaluate(() => { globalThis.wasHereBefore = true; });
const isMarked = (page) => page.evaluate(() => globalThis.wasHereBefore === true);
const shown = (page, words) => page.getByText(words).first().waitFor();
async function until(isSo, otherwise) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  assert.fail(otherwise);
}
/** The words of the page, and of other notes, that lie under a note. */
const covered = (page) => page.evaluate(() => {
  const host = document.querySelector("onrecord-preview").shadowRoot;
  const notes = [...host.querySelectorAll(".note")].map((one) => one.getBoundingClientRect());
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const found = notes.flatMap((one, at) => notes.slice(at + 1).filter((other) => meet(one, other)).map(() => "a note"));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    if (texts.currentNode.data.trim() && [...range.getClientRects()].some((rect) => notes.some((one) => meet(one, rect))))
      found.push(texts.currentNode.data);
  }
  return found;
});
/** Something that the preview shows over the page. */
const over = (page, selector) => page.locator(`onrecord-preview ${selector}`);
const isListening = (page) => page.locator("onrecord-preview").waitFor({ state: "attached" });

async function opened(reader, address, options) {
  const page = await reader.visit("preview", address, options);
  await isListening(page);
  return page;
}

export async function what_is_saved_is_on_screen(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("saved"));
  await files.edit(article("saved"), "## Part 0", "## The first part, saved");
  await shown(page, "The first part, saved");
  await files.exchange(article("saved"), (await files.read(article("saved"))).replace("## Part 1", "## And the second"));
  await shown(page, "And the second");
}

export async function the_place_is_kept_by_the_nearest_heading(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("scrolled"));
  const top = (words) => page.evaluate((sought) =>
    [...document.querySelectorAll("h2")].find((one) => one.textContent === sought).getBoundingClientRect().top, words);
  await page.evaluate(() => {
    const part = [...document.querySelectorAll("h2")].find((one) => one.textContent === "Part 5");
    scrollTo(0, part.getBoundingClientRect().top + scrollY + 150);
  });
  const before = await top("Part 5");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await files.edit(article("scrolled"), "## Part 1\n", `## Part 1\n\n${"More of this. ".repeat(300)}\n`);
  await shown(page, "More of this.");
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) > height + 200, "nothing grew");
  const after = await top("Part 5");
  assert.ok(Math.abs(after - before) <= 4, `from ${before} to ${after}`);
}

export async function a_stylesheet_is_exchanged_without_a_reload(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("styled"));
  await mark(page);
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  assert.equal(await colour(), "rgb(10, 20, 30)");
  await files.edit("layouts/assets/own.css", "rgb(10, 20, 30)", "rgb(200, 0, 0)");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(200, 0, 0)");
  assert.ok(await isMarked(page), "the page was loaded again");
  await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet][href*='own.css']").length === 1);
  await files.edit("layouts/assets/own.css", "rgb(200, 0, 0)", "rgb(10, 20, 30)");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(10, 20, 30)");
}

export async function an_error_is_shown_over_the_last_good_page_until_it_is_mended(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("broken"));
  await mark(page);
  const good = await files.read(article("broken"));
  await files.save(article("broken"), good.replace("title: Broken", "title: [<img src=x onerror=alert(1)>"));
  await over(page, ".overlay").waitFor();
  const told = await over(page, ".overlay").innerText();
  assert.match(told, /OR1\d\d/);
  assert.match(told, /content\/articles\/broken\.md:\d+:\d+/);
  assert.match(told, /<img src=x onerror=alert\(1\)>/);
  assert.equal(await over(page, ".overlay img").count(), 0);
  const link = await over(page, ".overlay a").first().getAttribute("href");
  assert.match(link, /^vscode:\/\/file\/.*\/content\/articles\/broken\.md:\d+:\d+$/);
  assert.ok(await page.getByText("Part 3").first().isVisible(), "the page beneath is gone");
  await over(page, ".overlay button").click();
  await over(page, ".overlay").waitFor({ state: "detached" });
  await files.save(article("broken"), good.replace("title: Broken", "title: [still"));
  await over(page, ".overlay").waitFor();
  await files.save(article("broken"), good);
  await over(page, ".overlay").waitFor({ state: "detached" });
  assert.ok(await isMarked(page), "a page that did not change was loaded again");
}

export async function an_error_is_shown_to_who_comes_while_it_stands(reader) {
  const files = site(reader);
  const good = await files.read(article("broken"));
  await files.save(article("broken"), good.replace("date: 2020-01-06", "date: someday"));
  const page = await opened(reader, page_of("first"));
  await over(page, ".overlay").waitFor();
  await files.save(article("broken"), good);
  await over(page, ".overlay").waitFor({ state: "detached" });
}

export async function of_two_tabs_only_the_one_that_shows_the_page_is_loaded_again(reader) {
  const files = site(reader);
  const first = await opened(reader, page_of("first"));
  const second = await reader.beside(first, first.url().replace("first", "second"));
  await isListening(second);
  await mark(first);
  await mark(second);
  await files.edit(article("second"), "## Part 2", "## Part two");
  await shown(second, "Part two");
  assert.ok(!await isMarked(second));
  await files.edit(article("first"), "## Part 2", "## Part the second");
  await shown(first, "Part the second");
  assert.ok(!await isMarked(first));
  await mark(second);
  await files.edit(article("first"), "## Part 3", "## Part the third");
  await shown(first, "Part the third");
  assert.ok(await isMarked(second), "the other tab was loaded again");
}

export async function the_site_stands_under_its_base_path(reader) {
  const page = await opened(reader, "");
  assert.equal(new URL(page.url()).pathname, `/${BASE}`);
  await page.getByRole("link", { name: "Briefings" }).first().click();
  await page.waitForURL(`**/${BASE}briefings/`);
  await isListening(page);
}

export async function a_page_that_is_not_there_yet_comes_once_it_is_written(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("written-later"));
  assert.match(await page.title(), /^Nothing on record here/);
  await files.save(article("written-later"), "---\ntitle: Written later\ndate: 2020-01-07\n---\nHere it is.\n");
  await shown(page, "Here it is.");
  await files.remove(article("written-later"));
  await page.getByText("Here it is.").waitFor({ state: "detached" });
  for (const one of [...reader.problems]) {
    if (one.startsWith("404 for ") || one.includes("status of 404")) reader.problems.delete(one);
  }
}

export async function what_is_not_published_yet_says_so(reader) {
  const draft = await opened(reader, page_of("not-yet"));
  assert.match(await over(draft, ".notice").innerText(), /^Not published: this is a draft/);
  const later = await opened(reader, page_of("later"));
  assert.match(await over(later, ".notice").innerText(), /^Not published: this is held back until 6 January 2090$/);
  const soon = await opened(reader, `${BASE}soon/`);
  assert.match(await over(soon, ".notice").innerText(), /^Not published: this is a draft/);
  const published = await opened(reader, page_of("first"));
  assert.equal(await over(published, ".notice").count(), 0);
}

export async function a_draft_that_is_published_loses_its_banner(reader) {
  const files = site(reader);
  await files.save(article("by-and-by"), "---\ntitle: By and by\ndate: 2020-01-06\ndraft: true\n---\nSoon.\n");
  const page = await opened(reader, page_of("by-and-by"));
  for (const one of [...reader.problems]) if (one.includes("404")) reader.problems.delete(one);
  await over(page, ".notice").waitFor();
  await files.edit(article("by-and-by"), "draft: true\n", "");
  await over(page, ".notice").waitFor({ state: "detached" });
  await files.remove(article("by-and-by"));
}

export async function cards_that_are_open_stay_open(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("said"));
  await page.locator("a[data-card]").first().focus();
  await page.evaluate(() => document.querySelector("[popover]").showPopover());
  await files.edit(article("said"), "Nothing else was said.", "Nothing more was said.");
  await shown(page, "Nothing more was said.");
  await page.waitForFunction(() => document.querySelector("[popover]").matches(":popover-open"));
  await files.edit(article("said"), "Nothing more was said.", "Nothing else was said.");
}

export async function warnings_are_counted_and_listed_when_asked(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("first"));
  assert.equal(await over(page, ".counter").count(), 0);
  await files.edit(article("missed"), "title: Missed\n", "title: Missed\nkeyy: x\n");
  await over(page, ".counter").waitFor();
  assert.equal(await over(page, ".counter").innerText(), "1 warning");
  assert.ok(!await over(page, ".list").isVisible());
  await over(page, ".counter").click();
  assert.match(await over(page, ".list").innerText(), /content\/articles\/missed\.md:3:1[^]*keyy/);
  await files.edit(article("missed"), "keyy: x\n", "");
  await over(page, ".counter").waitFor({ state: "detached" });
}

export async function a_quote_without_a_place_is_noted_beside_where_it_was_expected(reader) {
  const files = site(reader);
  const page = await opened(reader, page_of("said"));
  await files.edit(article("said"), "“The harbour stays open all winter,”", "“The harbour stays open most of the winter,”");
  await shown(page, "most of the winter");
  await over(page, ".note").waitFor();
  assert.match(await over(page, ".note").innerText(), /OR201 the quote [^]*Open the record/);
  const box = (locator) => locator.evaluate((one) => one.getBoundingClientRect().toJSON());
  const words = page.locator("main p", { hasText: "most of the winter" }).first();
  assert.ok(Math.abs((await box(over(page, ".note"))).top - (await box(words)).top) < 4);
  assert.ok((await box(over(page, ".note"))).left > (await box(words)).right);
  await page.setViewportSize({ width: 390, height: 800 });
  const below = async () => (await box(over(page, ".note"))).top - (await box(words)).bottom;
  await until(async () => await below() >= 0 && await below() < 30, "the note is not below the paragraph");
  assert.deepEqual(await covered(page), []);
  assert.match(await over(page, ".note").innerText(), /Open the record/);
  await files.edit(article("said"), "most of the winter", "all winter");
  await over(page, ".note").waitFor({ state: "detached" });
}

export async function what_happened_while_a_page_was_on_its_way_is_not_missed(reader) {
  const files = site(reader);
  const page = await reader.visit("preview", page_of("saved"), {
    before: () => {
      const Real = globalThis.WebSocket;
      globalThis.WebSocket = class Late {
        constructor(address) {
          setTimeout(() => {
            const socket = new Real(address);
            for (const name of ["onopen", "onmessage", "onclose"]) socket[name] = (event) => this[name]?.(event);
            this.send = (text) => socket.send(text);
          }, 1500);
        }
      };
    },
  });
  await files.edit(article("saved"), "## Part 4", "## Part four, unheard");
  await shown(page, "Part four, unheard");
}

export async function the_page_that_is_edited_is_followed(reader) {
  const files = site(reader, "followed");
  const page = await reader.visit("followed");
  await isListening(page);
  assert.equal(new URL(page.url()).pathname, "/under/");
  await files.edit(article("second"), "## Part 2", "## Part two");
  await page.waitForURL("**/under/briefings/second/");
  await shown(page, "Part two");
  await isListening(page);
  await files.save(article("brand-new"), "---\ntitle: Brand new\ndate: 2020-01-08\n---\nFresh.\n");
  await page.waitForURL("**/under/briefings/brand-new/");
  await isListening(page);
  await files.save(article("brand-new"), "---\ntitle: [\n---\nFresh.\n");
  await over(page, ".overlay").waitFor();
  assert.equal(await over(page, ".overlay a").count(), 0, "no editor was wanted");
  await files.remove(article("brand-new"));
}

export async function a_picture_is_exchanged_without_a_reload(reader) {
  const files = site(reader);
  const drawing = (colour) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="${colour}"/></svg>`;
  await files.save("content/articles/drawing.svg", drawing("red"));
  await files.save(article("drawn"), "---\ntitle: Drawn\ndate: 2020-01-06\n---\n![A bar](drawing.svg)\n");
  const page = await reader.visit("preview", page_of("drawn"));
  await page.locator("img[alt='A bar']").waitFor();
  for (const one of [...reader.problems]) if (one.includes("404")) reader.problems.delete(one);
  await isListening(page);
  await mark(page);
  await files.save("content/articles/drawing.svg", drawing("rgb(0,0,255)"));
  await page.waitForFunction(() => {
    const image = document.querySelector("img[alt='A bar']");
    const canvas = document.createElement("canvas");
    if (!image.complete) return false;
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.getContext("2d").getImageData(5, 5, 1, 1).data[2] === 255;
  });
  assert.ok(await isMarked(page), "the page was loaded again");
  await files.remove(article("drawn"));
  await files.remove("content/articles/drawing.svg");
}

const CROWDED = `---
title: Crowded
date: 2020-01-06
actors:
  - {name: Jane Roe, role: harbour master, id: jane-roe}
quotes:
  - {id: open, speaker: jane-roe, text: The harbour stays open all winter., source: talk}
  - {id: never, speaker: jane-roe, text: We have never closed it for the ice., source: talk}
sources:
  - {id: talk, kind: own, title: Talk}
---
We met Jane Roe at the quay.[^quay] “The harbour stays open all winter,” said Jane Roe, who has run it for a long time and
means to go on. “We have never closed it for any ice,” said Jane Roe. “It was closed for the whole of the winter before
last, and nobody was told,” said somebody else.

Nothing else was said, though much of it could be said again and again until the paragraph has a few lines of its own.

[^quay]: At the southern quay, which is longer than the northern one and was built a hundred years later.
`;

export async function notes_cover_nothing_at_any_width(reader) {
  const files = site(reader);
  await files.save(article("crowded"), CROWDED);
  const page = await reader.visit("preview", page_of("crowded"));
  for (const one of [...reader.problems]) if (one.includes("404")) reader.problems.delete(one);
  await shown(page, "We met Jane Roe");
  await over(page, ".note").nth(1).waitFor();
  assert.equal(await page.locator("main .caption").first().isVisible(), true, "nothing stands in the margin");
  for (const [width, height] of [[1440, 900], [768, 900], [390, 844], [1440, 900]]) {
    await page.setViewportSize({ width, height });
    const around = (await page.locator("main .text").first().boundingBox());
    await until(async () => (await covered(page)).length === 0, `at ${width}: ${await covered(page)}`);
    const boxes = await Promise.all((await over(page, ".note").all()).map((one) => one.boundingBox()));
    assert.ok(boxes.every((box) => box.x >= 0 && box.x + box.width <= width), `at ${width} a note runs off the page`);
    assert.ok(boxes.every((box) => box.y < around.y + around.height + 400), `at ${width} a note is far away`);
  }
  const told = await over(page, ".note").allInnerTexts();
  const opens = (code) => told.filter((one) => one.startsWith(code)).map((one) => one.match(/Open the \w+/)[0]);
  assert.deepEqual([...opens("OR201"), ...opens("OR204")], ["Open the record", "Open the passage"]);
  await over(page, ".note summary").first().click();
  await until(async () => (await covered(page)).length === 0, "a note that was closed");
  await files.remove(article("crowded"));
  await page.getByText("We met Jane Roe").waitFor({ state: "detached" });
  for (const one of [...reader.problems]) if (one.includes("404")) reader.problems.delete(one);
}

export async function what_leads_to_something_not_published_yet_says_so(reader) {
  const files = site(reader);
  const page = await opened(reader, `${BASE}briefings/`);
  const told = () => over(page, ".notice").innerText();
  assert.match(await told(), /^Shown here, but not published yet: /);
  assert.match(await told(), /Later \(held back until 6 January 2090\)/);
  assert.match(await told(), /Not yet \(a draft\)/);
  assert.doesNotMatch(await told(), /First|Soon/);
  await files.edit(article("not-yet"), "draft: true\n", "");
  await until(async () => !/Not yet/.test(await told()), "a briefing that is published is named");
  await files.edit(article("not-yet"), "title: Not yet\n", "title: Not yet\ndraft: true\n");
  await until(async () => /Not yet \(a draft\)/.test(await told()), "a draft is not named");
  await over(page, ".notice a", { hasText: "Later" }).first().click();
  await page.waitForURL(`**/${page_of("later")}`);
  await over(page, ".notice").waitFor();
  assert.match(await told(), /^Not published: this is held back until/);
  assert.doesNotMatch(await told(), /Later \(/);
  await page.setViewportSize({ width: 390, height: 844 });
  const box = await over(page, ".notice").boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390);
}

export async function the_list_of_warnings_can_be_closed(reader) {
  const files = site(reader);
  await files.edit(article("missed"), "title: Missed\n", "title: Missed\nkeyy: x\n");
  const page = await opened(reader, page_of("first"));
  const list = over(page, ".list");
  const isOpen = () => list.isVisible();
  const open = async () => { await over(page, ".counter").click(); assert.ok(await isOpen()); };
  await over(page, ".counter").waitFor();
  await open();
  await page.keyboard.press("Escape");
  assert.ok(!await isOpen(), "Escape does not close it");
  await open();
  await list.getByRole("button", { name: "Close" }).click();
  assert.ok(!await isOpen(), "the button does not close it");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync("body { position: relative } html { transform: translateX(0); width: calc(100vw - 15px) }");
    document.adoptedStyleSheets = [style];
  });
  await open();
  const { left, right } = await list.evaluate((one) => one.getBoundingClientRect().toJSON());
  assert.ok(left >= 0 && right <= 375, `from ${left} to ${right} beside a scroll bar`);
  const good = await files.read(article("broken"));
  await files.save(article("broken"), good.replace("date: 2020-01-06", "date: someday"));
  await over(page, ".overlay").waitFor();
  assert.ok(!await isOpen(), "it stays open under the error");
  await files.save(article("broken"), good);
  await over(page, ".overlay").waitFor({ state: "detached" });
  await files.edit(article("missed"), "keyy: x\n", "");
  await over(page, ".counter").waitFor({ state: "detached" });
}

export async function lines_of_files_stay_whole_on_a_narrow_screen(reader) {
  const files = site(reader);
  const good = await files.read(article("broken"));
  await files.save(article("broken"), good.replace("date: 2020-01-06", `date: someday ${"or another ".repeat(9)}`));
  const page = await opened(reader, page_of("first"), { width: 390 });
  await over(page, ".overlay .excerpt").waitFor();
  const { lines, high, line, isWide } = await over(page, ".overlay .excerpt").evaluate((one) => ({
    lines: one.textContent.split("\n"), high: one.clientHeight,
    line: Number.parseFloat(getComputedStyle(one).lineHeight), isWide: one.scrollWidth > one.clientWidth,
  }));
  assert.match(lines[0], /^ +3 \| date: someday/);
  assert.match(lines[1], /^ +\| +\^+$/);
  assert.equal(Math.round(high / line), lines.length, "a line is wrapped");
  assert.ok(isWide, "nothing is there to be scrolled");
  assert.ok(await over(page, ".overlay").evaluate((one) => one.scrollWidth <= one.clientWidth), "the overlay runs off");
  await files.save(article("broken"), good);
  await over(page, ".overlay").waitFor({ state: "detached" });
}

export async function an_error_says_whether_there_is_a_page_beneath(reader) {
  const files = site(reader);
  await files.save(article("torn"), "---\ntitle: Torn\ndate: someday\n---\nTorn apart.\n");
  const there = await opened(reader, page_of("first"));
  await over(there, ".overlay").waitFor();
  assert.match(await over(there, ".overlay").innerText(), /The page below is the last good one/);
  const nowhere = await opened(reader, page_of("torn"));
  await over(nowhere, ".overlay").waitFor();
  assert.doesNotMatch(await over(nowhere, ".overlay").innerText(), /last good one/);
  assert.match(await over(nowhere, ".overlay").innerText(), /The last good build has no page at this address/);
  await files.edit(article("torn"), "someday", "2020-01-06");
  await shown(nowhere, "Torn apart.");
  await files.remove(article("torn"));
  await nowhere.getByText("Torn apart.").waitFor({ state: "detached" });
  for (const one of [...reader.problems]) if (one.includes("404")) reader.problems.delete(one);
}

export async function only_the_tab_that_was_in_front_last_follows(reader) {
  const files = site(reader, "followed");
  const first = await reader.visit("followed");
  await isListening(first);
  const second = await reader.beside(first, first.url());
  await isListening(second);
  await mark(first);
  await files.edit(article("saved"), "## Part 2", "## Part two");
  await second.waitForURL("**/under/briefings/saved/");
  await isListening(second);
  assert.equal(new URL(first.url()).pathname, "/under/");
  assert.ok(await isMarked(first), "the other tab was loaded again");
  await mark(second);
  await first.locator("h1, h2, p").first().dispatchEvent("pointerdown");
  await files.edit(article("styled"), "## Part 2", "## Part two");
  await first.waitForURL("**/under/briefings/styled/");
  await isListening(first);
  assert.equal(new URL(second.url()).pathname, "/under/briefings/saved/");
  assert.ok(await isMarked(second), "the other tab was loaded again");
}
