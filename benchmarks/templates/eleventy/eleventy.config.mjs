// Articles are Markdown alone (no template language runs over them), layouts are JavaScript: the
// fastest that Eleventy has. What pages need of one another is worked out once for each build.
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";

// The plugins stand beside Eleventy.
const require = createRequire(realpathSync(process.argv[1]));

export default function (config) {
  config.amendLibrary("md", (library) => library.use(require("markdown-it-footnote")));
  config.setQuietMode(true);
  config.setServerOptions({ domDiff: false });
  config.addCollection("newest", (all) => newest(all));
  config.addCollection("actorPages", (all) => members(newest(all), "actors", "speaker"));
  config.addCollection("sourcePages", (all) => members(newest(all), "sources", "source"));
  config.addCollection("topicPages", (all) => members(newest(all), "topics"));
  config.addCollection("related", (all) => related(newest(all)));
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}

const newest = (all) => all.getFilteredByTag("briefing").reverse();

// Each actor, source or topic with its briefings, newest first, and its quotes.
function members(briefings, key, keyOfQuote) {
  const found = new Map();
  const of = (id) => {
    if (!found.has(id)) found.set(id, { id, briefings: [], quotes: [] });
    return found.get(id);
  };
  for (const briefing of briefings) {
    for (const id of briefing.data[key]) of(id).briefings.push(briefing);
    if (keyOfQuote) {
      for (const quote of briefing.data.quotes) of(quote[keyOfQuote]).quotes.push({ briefing, quote });
    }
  }
  return [...found.values()];
}

// Up to four for each: of each actor and topic the 20 nearest in date count.
function related(briefings) {
  const scores = new Map(briefings.map((briefing) => [briefing, new Map()]));
  for (const [key, weight] of [["actors", 1], ["topics", 2]]) {
    for (const { briefings: sharing } of members(briefings, key)) {
      for (let place = 0; place < sharing.length; place++) {
        const score = scores.get(sharing[place]);
        const last = Math.min(sharing.length, place + 11);
        for (let near = Math.max(0, place - 10); near < last; near++) {
          if (near !== place) score.set(sharing[near], (score.get(sharing[near]) ?? 0) + weight);
        }
      }
    }
  }
  const best = (score) => [...score].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([one]) => one);
  return Object.fromEntries(briefings.map((one) => [one.url, best(scores.get(one))]));
}
