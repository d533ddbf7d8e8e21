// The frame of every page for people: its head, its style, and the policy that lets nothing run or load on it. Pages need no
// script. Whatever a person typed is escaped by the template engine.

import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Environment, type ILoader } from 'nunjucks';

const STYLE = `
body { margin: 0; font: 19px/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; }
main { max-width: 640px; margin: 0 auto; padding: 20px; }
h1 { font-size: 32px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 24px; line-height: 1.25; margin: 40px 0 12px; }
.whose, .hint { color: #484949; }
.hint { display: block; }
label, legend { font-weight: bold; display: block; margin: 0 0 4px; padding: 0; }
fieldset { border: 0; margin: 0; padding: 0; }
.field { margin: 0 0 28px; }
.choice { display: flex; gap: 12px; align-items: flex-start; margin: 0 0 8px; }
.choice input { width: 28px; height: 28px; flex: none; margin: 0; }
.choice label { font-weight: normal; }
input[type=text], textarea { box-sizing: border-box; width: 100%; padding: 8px; font: inherit; border: 2px solid #0b0c0c; }
textarea { min-height: 240px; }
button { font: inherit; font-weight: bold; padding: 10px 20px; color: #fff; background: #00703c; border: 0; cursor: pointer; }
a { color: #1d5a96; }
a:focus, input:focus, textarea:focus, button:focus { outline: 4px solid #0b0c0c; outline-offset: 2px; }
.wrong { border-left: 5px solid #b3140e; padding-left: 15px; }
.says { color: #b3140e; font-weight: bold; display: block; margin: 0 0 6px; }
.summary { border: 5px solid #b3140e; padding: 15px 20px; margin: 0 0 28px; }
.summary h2, .thanks h2 { margin: 0 0 8px; font-size: 24px; }
.thanks { border: 5px solid #00703c; padding: 15px 20px; margin: 0 0 28px; }
.danger { border-left: 10px solid #b1b4b6; padding: 1px 15px; margin: 28px 0; }
.late { color: #b3140e; font-weight: bold; }
`;

const FRAME = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{ title }}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
{% block body %}{% endblock %}
</main>
</body>
</html>
`;

const styleHash = createHash('sha256').update(STYLE, 'utf8').digest('base64');

const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  `style-src 'sha256-${styleHash}'`,
].join('; ');

const loaderOf = (templates: Readonly<Record<string, string>>): ILoader => ({
  getSource: (name) => {
    const src = templates[name];
    if (src === undefined) throw new Error(`there is no template "${name}"`);
    return { src, path: name, noCache: false };
  },
});

/** `body` fills the frame's block of that name; a view holds everything that it speaks of. */
export const createPage = (body: string): ((view: { readonly title: string }) => string) => {
  const page = `{% extends "frame" %}{% block body %}${body}{% endblock %}`;
  const engine = new Environment(loaderOf({ frame: FRAME, page }), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  return (view) => engine.render('page', view);
};

export const sendPage = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply
    .code(status)
    .header('content-security-policy', POLICY)
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(html);
