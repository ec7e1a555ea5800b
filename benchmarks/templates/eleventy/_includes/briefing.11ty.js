import { day, escaped, record, toActor, toSource } from "./pieces.mjs";

export const data = { layout: "base.11ty.js" };

export function render({ actors, collections, content, page, quotes, records, sources, ...own }) {
  const related = collections.related[page.url];
  return `<article><h1>${escaped(own.title)}</h1>
<p>${escaped(own.description)}</p><time datetime="${page.date.toISOString()}">${day(page.date)}</time>
<p>${own.topics.map((topic) => `<a href="/topics/${topic}/">${topic}</a> `).join("")}</p>
${content}
<h2>On the record</h2><ol>${quotes
    .map((quote) =>
      record(quote, quote.id, [toActor(quote.speaker, records), toSource(quote.source, records)]))
    .join("")}</ol>
<h2>Who’s who</h2><dl>${actors
    .map((id) => {
      const { name, role } = records.actors[id];
      return `<dt><a href="/actors/${id}/">${escaped(name)}</a></dt><dd>${escaped(role)}</dd>`;
    })
    .join("")}</dl>
<h2>Sources</h2><ol>${sources
    .map((id) => {
      const { title, url } = records.sources[id];
      return `<li><a href="${url}">${escaped(title)}</a></li>`;
    })
    .join("")}</ol>
${related.length ? `<h2>Related</h2><ul>${related
    .map((one) => `<li><a href="${one.url}">${escaped(one.data.title)}</a></li>`)
    .join("")}</ul>` : ""}
</article>`;
}
