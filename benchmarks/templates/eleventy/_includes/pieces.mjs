// What layouts share.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const SITE = "The Benchmark Post";
export const ADDRESS = "https://post.example.org";
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const day = (date) => days.format(date);

// A quote; `links` say whatever stands beside it.
export const record = (quote, id, links) =>
  `<li id="r-${id}"><blockquote>“${escaped(quote.text)}”</blockquote>
<p>${links.join(",\n")}</p></li>`;
export const toActor = (id, { actors }) => `<a href="/actors/${id}/">${escaped(actors[id].name)}</a>`;
export const toSource = (id, { sources }) =>
  `<a href="/sources/${id}/">${escaped(sources[id].title)}</a>`;
export const toContext = (quote, briefing) =>
  `<a href="${briefing.url}#q-${quote.id}">${escaped(briefing.data.title)}</a>`;

export const rows = (briefings) => `<ul>${briefings
  .map((one) => `<li><a href="${one.url}">${escaped(one.data.title)}</a> ${day(one.date)}</li>\n`)
  .join("")}</ul>`;

export const feed = (title, address, briefings) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${escaped(title)}</title><link>${ADDRESS}${address}</link><description>${escaped(title)}</description>
${briefings.slice(0, 20).map(item).join("")}</channel></rss>
`;

const item = (one) => `<item><title>${escaped(one.data.title)}</title><link>${ADDRESS}${one.url}</link>
<pubDate>${one.date.toUTCString()}</pubDate><guid>${ADDRESS}${one.url}</guid>
<description>${escaped(one.data.description)}</description>
<content:encoded>${escaped(one.templateContent)}</content:encoded></item>
`;
