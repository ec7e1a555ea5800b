// Pictures of pages, small enough for a repository, and how far two of them differ.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

const QUALITY = 72;
const LARGEST = 120_000; // bytes
// Letters are smoothed a little otherwise by another Chromium. What is smaller than that is passed
// over: a channel that differs by less, and so few pixels.
const NEAR = 40; // of 255
const FEW = 0.0005; // of all pixels

/** Takes a picture of what the window shows; fails where it is no longer like the one that is kept.
 *
 *  The new one lies in `folders.taken` afterwards. */
export async function isStillLike(name, page, { folders }) {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  // Without this the picture has the window's size in CSS pixels, however sharp the screen.
  const clip = await page.evaluate(() => (
    { x: scrollX, y: scrollY, width: innerWidth, height: innerHeight, scale: devicePixelRatio }
  ));
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY, clip });
  const taken = Buffer.from(data, "base64");
  await writeFile(`${folders.taken}/${name}.webp`, taken);
  assert.ok(taken.length <= LARGEST, `${name}.webp has ${taken.length} bytes`);
  const kept = `${folders.kept}/${name}.webp`;
  assert.ok(existsSync(kept), `there is no ${name}.webp yet`);
  const blank = await page.context().newPage();
  try {
    const differ = await blank.evaluate(difference, [(await readFile(kept)).toString("base64"), data, NEAR]);
    assert.ok(differ <= FEW, `of ${name}.webp ${(100 * differ).toFixed(2)} % are no longer what is shown`);
  } finally {
    await blank.close();
  }
}

/** The share of pixels in which two pictures differ; all of them where their sizes do. Runs in a page. */
async function difference([one, other, near]) {
  const pixels = async (data) => {
    const picture = new Image();
    picture.src = `data:image/webp;base64,${data}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height);
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differ = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > near)) differ += 1;
  return (4 * differ) / a.data.length;
}
