// The two forms in which each mail goes. A template speaks in headings, paragraphs, steps and items; what those look
// like is said here, once for plain text and once for HTML, so that both forms say the same. A link opens in a browser; an
// address is of the API, which answers nobody without a token, and is nothing to click on.

import { templateEngine, type Templates } from '../../templates/templateEngine';
import { wrapText } from './wrapText';

const TEXT_BLOCKS = `
{% macro heading(title) %}

{{ title | wrap }}
{{ title | underline }}

{% endmacro %}
{% macro step(number, title) %}

{{ title | wrapStep(number) }}

{% endmacro %}
{% macro paragraph() %}

{{ caller() | wrap }}

{% endmacro %}
{% macro items() %}{{ caller() }}{% endmacro %}
{% macro item() %}
{{ caller() | wrapItem }}
{% endmacro %}
{% macro strong(words) %}{{ words }}{% endmacro %}
{% macro link(url) %}{{ url }}{% endmacro %}
{% macro address(url) %}{{ url }}{% endmacro %}
{% macro mailbox(address) %}{{ address }}{% endmacro %}
`;

const HTML_BLOCKS = `
{% macro heading(title) %}<h2 style="font-size:19px;margin:24px 0 8px">{{ title }}</h2>
{% endmacro %}
{% macro step(number, title) %}<h3 style="font-size:16px;margin:20px 0 8px">{{ number }}. {{ title }}</h3>
{% endmacro %}
{% macro paragraph() %}<p style="margin:0 0 12px">{{ caller() }}</p>
{% endmacro %}
{% macro items() %}<ul style="margin:0 0 12px;padding-left:20px">
{{ caller() }}</ul>
{% endmacro %}
{% macro item() %}<li style="margin:0 0 6px">{{ caller() }}</li>
{% endmacro %}
{% macro strong(words) %}<strong>{{ words }}</strong>{% endmacro %}
{% macro link(url) %}<a href="{{ url }}">{{ url }}</a>{% endmacro %}
{% macro address(url) %}<code>{{ url }}</code>{% endmacro %}
{% macro mailbox(address) %}<a href="mailto:{{ address }}">{{ address }}</a>{% endmacro %}
`;

const HTML_PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ subject }}</title>
</head>
<body style="margin:0;padding:20px;max-width:640px;font:16px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c">
{% include "letter" %}</body>
</html>
`;

const TEXT_PAGE = '{% include "letter" %}';

export type RenderLetter = (view: object) => { readonly text: string; readonly html: string };

const tidyText = (text: string): string =>
  `${text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
const tidyHtml = (html: string): string =>
  html.replaceAll(/^\s*\n/gm, '').replaceAll(/[ \t]*\n[ \t]*/g, '\n');

/** `templates` hold a `letter`, from which the others are included. */
export const createRenderer = (templates: Templates): RenderLetter => {
  const text = templateEngine({ ...templates, blocks: TEXT_BLOCKS, page: TEXT_PAGE }, { autoescape: false });
  text.addFilter('wrap', (words: unknown) => wrapText(String(words)));
  text.addFilter('wrapItem', (words: unknown) => wrapText(String(words), '- ', '  '));
  text.addFilter('wrapStep', (words: unknown, number: unknown) =>
    wrapText(String(words), `${String(number)}. `, '   '),
  );
  text.addFilter('underline', (words: unknown) => '-'.repeat(Math.min(String(words).length, 72)));
  const html = templateEngine({ ...templates, blocks: HTML_BLOCKS, page: HTML_PAGE }, { autoescape: true });
  return (view) => ({ text: tidyText(text.render('page', view)), html: tidyHtml(html.render('page', view)) });
};
