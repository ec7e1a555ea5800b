// Looks at a page as Lighthouse does: its four scores, and what keeps the page from the full ones.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import lighthouse, { Gatherer, defaultConfig, desktopConfig } from "lighthouse";
import { asked, open } from "./chromium.mjs";

/** robots.txt as a search engine gets it. Lighthouse would have the page fetch it, which the page's
 * policy rightly forbids, and then count the file as missing. */
class RobotsTxt extends Gatherer {
  meta = { supportedModes: ["navigation"] };

  async getArtifact({ baseArtifacts }) {
    const answer = await fetch(new URL("/robots.txt", baseArtifacts.URL.finalDisplayedUrl));
    return { status: answer.status, content: await answer.text() };
  }
}

const wish = await asked();
const browser = await open(wish, ["--remote-debugging-port=0"]); // 0: any free port
const [port] = (await readFile(join(wish.profile, "DevToolsActivePort"), "utf8")).split("\n");
const { lhr } = await lighthouse(
  wish.address,
  {
    port: Number(port),
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    logLevel: "silent",
  },
  {
    ...defaultConfig,
    settings: wish.preset === "desktop" ? desktopConfig.settings : defaultConfig.settings,
    artifacts: defaultConfig.artifacts.map((artifact) =>
      artifact.id === "RobotsTxt" ? { ...artifact, gatherer: { instance: new RobotsTxt() } } : artifact,
    ),
  },
);
await browser.close();

const scores = {};
const faults = [];
if (lhr.runtimeError) faults.push(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
for (const [name, { score, auditRefs }] of Object.entries(lhr.categories)) {
  scores[name] = Math.floor((score ?? 0) * 100 + 1e-9); // never rounded up
  for (const { id, weight } of auditRefs) {
    const { score: part, title, displayValue, errorMessage } = lhr.audits[id];
    if (weight && part !== null && part < 1)
      faults.push([name, id, part, title, displayValue, errorMessage].filter(Boolean).join(": "));
  }
}
process.stdout.write(JSON.stringify({ scores, faults }));
