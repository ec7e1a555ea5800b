import { escaped } from "../_includes/pieces.mjs";

export const data = { layout: "base.11ty.js", title: "The Benchmark Post", feedOf: "/feed.xml" };

export const render = ({ collections, title }) => `<h1>${title}</h1>
${collections.newest.slice(0, 7).map((one) => `<article>
<h2><a href="${one.url}">${escaped(one.data.title)}</a></h2><p>${escaped(one.data.description)}</p></article>`).join("\n")}`;
