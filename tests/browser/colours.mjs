// Reads the colours that the style sheet gives to every voice and role, in light and dark, as bytes.
import { asked, open } from "./chromium.mjs";

const wish = await asked();
const browser = await open(wish);
const page = await browser.newPage();
await page.goto(wish.address, { waitUntil: "load" });
const schemes = {};
for (const colorScheme of ["light", "dark"]) {
  await page.emulateMedia({ colorScheme });
  schemes[colorScheme] = await page.evaluate(({ classes, tokens }) => {
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const shown = {};
    for (const name of ["", ...classes]) {
      const patch = document.body.appendChild(document.createElement("span"));
      patch.className = name;
      for (const token of tokens) {
        patch.style.color = `var(--${token}, transparent)`;
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = getComputedStyle(patch).color;
        brush.fillRect(0, 0, 1, 1);
        shown[`${name} ${token}`.trim()] = [...brush.getImageData(0, 0, 1, 1).data];
      }
      patch.remove();
    }
    return shown;
  }, wish);
}
await browser.close();
process.stdout.write(JSON.stringify({ schemes }));
