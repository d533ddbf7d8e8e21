// The frame of every page for people: its head, its style, its foot, and the policy that lets nothing run or load on it. Pages need
// no script. Whatever a person typed is escaped by the template engine, and printed whole: people are asked to keep a copy.

import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { templateEngine } from '../../platform/templates/templateEngine';

/** Whose page it is. `privacyUrl`, `accessibilityUrl`: empty where the partnership names none. */
export interface Partnership {
  readonly name: string;
  readonly mailbox: string;
  readonly privacyUrl: string;
  readonly accessibilityUrl: string;
}

const STYLE = `
body { margin: 0; font: 1.1875rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; overflow-wrap: anywhere; }
main, footer { max-width: 40rem; margin: 0 auto; padding: 1.25rem; }
footer { border-top: 1px solid #b1b4b6; margin-top: 2.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; }
.whose, .hint { color: #484949; }
.hint { display: block; }
label, legend { font-weight: bold; display: block; margin: 0 0 0.25rem; padding: 0; }
fieldset { border: 0; margin: 0; padding: 0; }
.field { margin: 0 0 1.75rem; }
.choice { display: flex; gap: 0.75rem; align-items: flex-start; margin: 0 0 0.5rem; }
.choice input { width: 1.75rem; height: 1.75rem; flex: none; margin: 0; }
.choice label { font-weight: normal; }
input[type=text], textarea { box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; border: 2px solid #0b0c0c; }
#content { min-height: 15rem; }
button, .button { display: inline-block; font: inherit; font-weight: bold; padding: 0.625rem 1.25rem; color: #fff; background: #00703c; border: 2px solid transparent; cursor: pointer; text-decoration: none; }
a { color: #1d5a96; }
a:focus, input:focus, textarea:focus, button:focus { outline: 4px solid #0b0c0c; outline-offset: 2px; }
.wrong { border-left: 5px solid #b3140e; padding-left: 1rem; }
.says { color: #b3140e; font-weight: bold; display: block; margin: 0 0 0.375rem; }
.summary { border: 5px solid #b3140e; padding: 1rem 1.25rem; margin: 0 0 1.75rem; }
.summary h2 { margin: 0 0 0.5rem; }
.thanks { border: 5px solid #00703c; padding: 1rem 1.25rem; margin: 0 0 1.75rem; font-weight: bold; }
.danger { border-left: 10px solid #b1b4b6; padding: 1px 1rem; margin: 1.75rem 0; }
.late { color: #b3140e; font-weight: bold; }
@media print {
  button, .button { display: none; }
  textarea { field-sizing: content; }
}
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
<footer>
<p>{{ partnership.name }}: <a href="mailto:{{ partnership.mailbox }}">{{ partnership.mailbox }}</a></p>
{% if partnership.privacyUrl or partnership.accessibilityUrl %}
<p>{% if partnership.privacyUrl %}<a href="{{ partnership.privacyUrl }}">Privacy notice</a> {% endif %}{% if partnership.accessibilityUrl %}<a href="{{ partnership.accessibilityUrl }}">Accessibility statement</a>{% endif %}</p>
{% endif %}
</footer>
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

export interface PageView {
  readonly title: string;
  readonly partnership: Partnership;
}

/** `body` fills the frame's block of that name; a view holds everything that it speaks of. */
/* oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a template cannot say what it speaks of */
export const createPage = <V extends PageView>(body: string): ((view: V) => string) => {
  const page = `{% extends "frame" %}{% block body %}${body}{% endblock %}`;
  const engine = templateEngine({ frame: FRAME, page }, { autoescape: true });
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
