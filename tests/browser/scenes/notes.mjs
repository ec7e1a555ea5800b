// Notes and citations: from the mark to the entry, and back to where the reader was.
import assert from "node:assert/strict";
import { box, fragment, isInWindow, style } from "../looks.mjs";

const DEBATE = "briefings/a-debate-of-thirteen-voices/";
const BRIEFING = "briefings/militias-say-every-option-is-open/";

async function stands(page, id) {
  assert.equal(fragment(page), `#${id}`);
  const target = page.locator(`[id="${id}"]`);
  assert.ok(await isInWindow(page, await box(target)), `#${id} is not in the window`);
  return target;
}

export async function a_mark_leads_to_its_note_and_the_arrow_back_to_the_mark({ visit }) {
  for (const on of ["desk", "phone"]) {
    const page = await visit("sample", BRIEFING, { on });
    await page.locator("#noteref-1 > a").click();
    const note = await stands(page, "note-1");
    assert.notEqual(await style(note, "backgroundColor"), await style(page.locator("#note-2"), "backgroundColor"));
    const back = note.locator("a.back");
    assert.equal(await back.innerText(), "↩");
    await back.click();
    const mark = await stands(page, "noteref-1");
    await page.mouse.move(1, 1);
    const colour = (id) => style(page.locator(`#${id} > a`), "backgroundColor");
    assert.notEqual(await colour("noteref-1"), await colour("noteref-2"), "the mark does not stand out");
    assert.ok(await mark.isVisible());
  }
}

export async function a_footnote_used_again_has_a_way_back_to_every_use({ visit }) {
  const page = await visit("crowd", DEBATE);
  assert.deepEqual(await page.locator("#note-2 .back").allInnerTexts(), ["a", "b", "c"]);
  for (const [letter, mark] of [["a", "noteref-2"], ["b", "noteref-2b"], ["c", "noteref-2c"]]) {
    await page.locator(`[id="${mark}"] > a`).click();
    const note = await stands(page, "note-2");
    await note.locator(`.back:text-is("${letter}")`).click();
    await stands(page, mark);
  }
}

export async function a_citation_leads_to_its_source_and_back_to_every_use({ visit }) {
  const page = await visit("crowd", DEBATE);
  for (const letter of ["a", "b", "n"]) {
    const mark = page.locator(`#ref-1${letter} > a`);
    assert.equal(await mark.innerText(), "[1]");
    await mark.click();
    const source = await stands(page, "source-1");
    assert.notEqual(await style(source, "backgroundColor"), "rgba(0, 0, 0, 0)");
    await source.locator(`.back:text-is("${letter}")`).click();
    await stands(page, `ref-1${letter}`);
  }
}

export async function every_mark_and_every_way_back_has_its_other_end({ visit }) {
  for (const [site, address, least] of [["crowd", DEBATE, 18], ["sample", BRIEFING, 5]]) {
    const page = await visit(site, address);
    const odd = await page.evaluate(() => {
      const ends = (link) => document.getElementById(link.hash.slice(1));
      const marks = [...document.querySelectorAll(".ref, .noteref")];
      const lost = marks.filter((mark) => {
        const entry = ends(mark.querySelector("a"));
        return !entry || ![...entry.querySelectorAll(".back")].some((back) => ends(back) === mark);
      });
      const backs = [...document.querySelectorAll(".back")];
      const astray = backs.filter((back) => ends(ends(back).querySelector("a")) !== back.closest("li"));
      return { marks: marks.length, backs: backs.length, lost: lost.map(({ id }) => id), astray: astray.length };
    });
    assert.deepEqual([odd.lost, odd.astray], [[], 0]);
    assert.ok(odd.marks >= least);
    assert.equal(odd.marks, odd.backs);
  }
}

export async function a_note_stands_in_the_margin_of_wide_windows_alone({ visit }) {
  const page = await visit("crowd", DEBATE);
  const note = page.locator("#noteref-1 > .note");
  assert.match(await note.innerText(), /Note 1: context\s+The line was planned in 1998/);
  assert.equal(await page.locator("#noteref-2b .note, #noteref-2c .note").count(), 0);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator("#noteref-1 > a").hover();
  assert.ok(!(await note.isVisible()));
}
