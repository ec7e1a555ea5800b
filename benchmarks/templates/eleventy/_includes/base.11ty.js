import { ADDRESS, SITE, escaped } from "./pieces.mjs";

export function render(data) {
  const title = escaped(data.title);
  const feed = data.feedOf ?? "";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title} — ${SITE}</title>
<meta name="description" content="${escaped(data.description ?? "")}">
<meta property="og:title" content="${title}"><link rel="canonical" href="${ADDRESS}${data.page.url}">
${feed && `<link rel="alternate" type="application/rss+xml" href="${ADDRESS}${feed}">`}</head>
<body><header><a href="/">${SITE}</a> <a href="/briefings/">Briefings</a>
<a href="/actors/">Actors</a> <a href="/topics/">Topics</a> <a href="/sources/">Sources</a></header>
<main>${data.content}</main>
<footer>${SITE} Edition 0</footer></body></html>
`;
}
