import { titleOf } from './words.ts';

const PLAIN = Array.from({ length: 60 }, (_, index) => {
  return `It begins with the ${titleOf(index * 3).toLowerCase()}.\n\nThen comes the ${titleOf(index * 5).toLowerCase()}.`;
});

/** What owners really have in the details of a scene: HTML, entities, Markdown, invisible characters, whole novels. */
export const DETAILS: readonly string[] = [
  ...PLAIN,
  '<p>Two friends <b>meet</b> again.<br/>They talk.</p><script>alert("no")</script>',
  'Salt &amp; pepper, &lt;not a tag&gt; &#39;quoted&#39; &nbsp; end',
  '# Heading\n\n* one\n* two\n\n[a link](https://example.com/?a=1&b=2)',
  'Zero\u200Bwidth, \u202Eoverride\u202C, tab\tand no-break\u00A0blank.',
  '日本語の説明。\n二行目。 🎬',
  'A long story. '.repeat(400).trimEnd(),
];
