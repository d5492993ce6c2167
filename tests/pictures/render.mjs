// Blocks as Slack would show them. Reads {"title", "name", "blocks", "style"} as JSON, writes a page.
import { readFile } from "node:fs/promises";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const LOGO =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" ' +
      'fill="#1f2933"/><text x="18" y="29" font-size="34" font-family="Georgia" fill="#fff" ' +
      'text-anchor="middle">“</text></svg>',
  );

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const picture = JSON.parse(Buffer.concat(chunks).toString());

const sheet = new URL("./node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url);
const css = await readFile(sheet, "utf8");
const own = await readFile(new URL("./page.css", import.meta.url), "utf8");
const message = renderToStaticMarkup(
  createElement(Message, {
    blocks: picture.blocks,
    logo: LOGO,
    name: "On the Record",
    time: new Date(picture.time),
    withoutWrapper: picture.view !== undefined,
    data: { channels: [{ id: "C0HARBOUR", name: "harbour" }] },
  }),
);
// The renderer draws every field for text as one of several lines.
const lines = picture.blocks
  .filter(({ element }) => element?.type === "plain_text_input" && !element.multiline)
  .map(({ block_id: id }) => `#${id} textarea { height: 36px !important; min-height: 0 !important; }`);
const { title, submit, close } = picture.view ?? {};
const head = title ? `<header>${title.text}</header>` : "";
const buttons = [close, submit].filter(Boolean).map((text) => `<button>${text.text}</button>`);
const foot = buttons.length ? `<footer>${buttons.join("")}</footer>` : "";
process.stdout.write(
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${css}${own}${lines.join("")}</style>` +
    `<body class="${picture.view?.type ?? "message"}"><main>${head}${message}${foot}</main>` +
    "<script>document.title = document.querySelector('main').offsetHeight</script></body></html>",
);
