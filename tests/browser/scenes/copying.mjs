// Copying: the words of a text are taken along, and nothing that stands beside them.
import assert from "node:assert/strict";

const PAGES = [["sample", "briefings/militias-say-every-option-is-open/"], ["crowd", "briefings/a-debate-of-thirteen-voices/"]];

// Blocks that follow each other without a space are copied with one, or a line's end, between.
const letters = (text) => text.replace(/\s+/g, "");

/** The words of the text without its marks, and what a reader who selects all of it has. */
const taken = (page) =>
  page.evaluate(() => {
    const text = document.querySelector(".text");
    // A browser copies a picture as its alternative, which is no word of the text.
    for (const picture of text.querySelectorAll("img")) picture.remove();
    const bare = text.cloneNode(true);
    for (const mark of bare.querySelectorAll(".tag, .ref, .noteref, .caption, .note")) mark.remove();
    getSelection().selectAllChildren(text);
    return { words: bare.textContent, selected: getSelection().toString() };
  });

export async function tags_captions_and_marks_stay_behind({ visit }) {
  for (const [site, address] of PAGES) {
    const page = await visit(site, address, { fresh: true, allowed: ["clipboard-read", "clipboard-write"] });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { words, selected } = await taken(page);
      assert.equal(letters(selected), letters(words), `at ${width} px`);
      await page.keyboard.press("Control+C");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(letters(copied), letters(words), `at ${width} px`);
    }
  }
}
