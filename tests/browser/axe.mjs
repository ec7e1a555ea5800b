// Looks at pages as axe-core does, and says what a person with a screen reader would stumble over.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { asked, open } from "./chromium.mjs";

const wish = await asked();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await open(wish);
const page = await browser.newPage();
const problems = [];
for (const address of wish.addresses) {
  await page.goto(address, { waitUntil: "load" });
  // Evaluated by the debugger and not as a script element, which the page's policy forbids.
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, impact, help, nodes } of violations)
      problems.push(`${address} (${colorScheme}): ${impact} ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
  }
}
await browser.close();
process.stdout.write(JSON.stringify({ problems }));
