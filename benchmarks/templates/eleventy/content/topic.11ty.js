import { rows } from "../_includes/pieces.mjs";

export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.topicPages", size: 1, alias: "topic", addAllPagesToCollections: true },
  permalink: ({ topic }) => `/topics/${topic.id}/`,
  eleventyComputed: { title: ({ topic }) => topic && topic.id },
};

export const render = ({ topic }) => `<h1>${topic.id}</h1>${rows(topic.briefings)}`;
