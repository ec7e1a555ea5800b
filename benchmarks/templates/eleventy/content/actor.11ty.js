import { escaped, record, rows, toContext, toSource } from "../_includes/pieces.mjs";

export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.actorPages", size: 1, alias: "actor", addAllPagesToCollections: true },
  permalink: ({ actor }) => `/actors/${actor.id}/`,
  eleventyComputed: {
    title: ({ actor, records }) => actor && records.actors[actor.id].name,
    feedOf: ({ actor }) => actor && `/actors/${actor.id}/feed.xml`,
  },
};

export const render = ({ actor, records }) => `<h1>${escaped(records.actors[actor.id].name)}</h1>
<p>${escaped(records.actors[actor.id].role)}</p>
<h2>On the record</h2><ol>${actor.quotes
  .map(({ briefing, quote }) =>
    record(quote, `${briefing.fileSlug}--${quote.id}`, [toSource(quote.source, records), toContext(quote, briefing)]))
  .join("")}</ol>
<h2>Briefings</h2>${rows(actor.briefings)}`;
