// Plays scenes in one Chromium, each when it is asked for, and says of each what went wrong.
//
// The first line of the standard input is the wish, every other one the "file.name" of a scene: an
// async function of that name which tests/browser/scenes/file.mjs exports. A scene is given a
// reader and fails by throwing. Each is answered with one line.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { open } from "./chromium.mjs";
import { reader } from "./reader.mjs";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const wish = JSON.parse((await lines.next()).value);
const profile = await open(wish);
const contexts = {};
const LONGEST = 2000;

for await (const asked of lines) {
  const [file, name] = asked.split(".");
  const scenes = await import(pathToFileURL(`${wish.folder}/${file}.mjs`));
  const ours = reader(profile.browser(), wish, contexts);
  const problems = [];
  try {
    await within(wish.seconds, scenes[name](ours));
  } catch (error) {
    problems.push(told(error, file));
  }
  await ours.leave();
  problems.push(...ours.problems);
  process.stdout.write(`${JSON.stringify({ problems })}\n`);
}
await profile.close();

/** The end of a scene, which may not keep the others waiting. */
function within(seconds, scene) {
  const late = new Promise((_, refuse) => {
    setTimeout(() => refuse(new Error(`the scene did not end in ${seconds} s`)), seconds * 1000).unref();
  });
  return Promise.race([scene, late]);
}

/** What an error says, and the line of the scene where it arose. */
function told(error, file) {
  const place = error.stack?.match(new RegExp(`${file}\\.mjs:\\d+`))?.[0];
  // The colours of a terminal, and what only Playwright itself wants to know.
  const message = error.message.replace(/\u001b\[\d+m/g, "").split("\nCall log:")[0].trim();
  const enough = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  return place ? `${place}: ${enough}` : enough;
}
