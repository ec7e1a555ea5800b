import { escaped, record, rows, toContext, toActor } from "../_includes/pieces.mjs";

export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.sourcePages", size: 1, alias: "source", addAllPagesToCollections: true },
  permalink: ({ source }) => `/sources/${source.id}/`,
  eleventyComputed: { title: ({ source, records }) => source && records.sources[source.id].title },
};

export const render = ({ source, records }) => {
  const { title, url } = records.sources[source.id];
  return `<h1><a href="${url}">${escaped(title)}</a></h1>
<h2>On the record</h2><ol>${source.quotes
  .map(({ briefing, quote }) =>
    record(quote, `${briefing.fileSlug}--${quote.id}`, [toActor(quote.speaker, records), toContext(quote, briefing)]))
  .join("")}</ol>
<h2>Briefings</h2>${rows(source.briefings)}`;
};
