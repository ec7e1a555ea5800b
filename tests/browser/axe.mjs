// Looks at pages as axe-core does, and says what a person with a screen reader would stumble over.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { asked, open, stay } from "./chromium.mjs";

// Named, because axe-core leaves out by itself what only WCAG 2.2 asks for.
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** In the page: lays out what lies outside the window, too, as for a reader who has scrolled there.
 * Until then it would be measured on top of what follows a long list. */
function unroll() {
  for (const element of document.querySelectorAll("*"))
    if (getComputedStyle(element).contentVisibility === "auto")
      element.style.contentVisibility = "visible"; // a property set by script, which no policy blocks
}

const wish = await asked();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await open(wish);
const page = await browser.newPage();
await page.emulateMedia({ reducedMotion: "reduce" });
const problems = [];
for (const address of wish.addresses) {
  await stay(page, address);
  // Evaluated by the debugger and not as a script element, which the page's policy forbids.
  await page.evaluate(axe);
  await page.evaluate(unroll);
  for (const { width, scheme: colorScheme } of wish.looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((rules) => globalThis.axe.run(rules), RULES);
    for (const { id, impact, help, nodes } of violations)
      problems.push(
        `${address} (${width} ${colorScheme}): ${impact} ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`,
      );
  }
}
await browser.close();
process.stdout.write(JSON.stringify({ problems }));
