// The two pages with which an agency sends something, one for each: its answer, and that its records are secured. What was wrong
// comes back with what was typed.

import type { AnswerView, Told } from './answerView';
import type { Typed, Wrong } from './answerForms';
import { createPage, type PageView } from './pageFrame';

interface FormPage extends PageView, Pick<AnswerView, 'reference' | 'agencyName'> {
  readonly proof: string;
  /** Sent twice, it has the effect of once. */
  readonly key: string;
  readonly summary: readonly Wrong[];
  readonly wrong: Readonly<Record<string, string>>;
  readonly typed: Required<Typed>;
  readonly options: readonly { readonly name: string; readonly says: string }[];
  /** Where it is sent, beside itself. Said, because a browser would else keep the field to which an error had led, and skip the errors. */
  readonly path: string;
}

const MACROS = `
{% macro error(field) %}{% if wrong[field] %}<span class="says" id="{{ field }}-wrong">Error: {{ wrong[field] }}</span>{% endif %}{% endmacro %}
{% macro said(field, hint) %}{% if hint or wrong[field] %} aria-describedby="{% if hint %}{{ field }}-hint{% endif %}{% if hint and wrong[field] %} {% endif %}{% if wrong[field] %}{{ field }}-wrong{% endif %}"{% endif %}{% if wrong[field] %} aria-invalid="true"{% endif %}{% endmacro %}
{% macro line(field, label, hint, fills) %}
<div class="field{% if wrong[field] %} wrong{% endif %}">
<label for="{{ field }}">{{ label }}</label>
{% if hint %}<span class="hint" id="{{ field }}-hint">{{ hint }}</span>
{% endif %}
{{ error(field) }}
<input type="text" id="{{ field }}" name="{{ field }}" autocomplete="{{ fills }}" value="{{ typed[field] }}"{{ said(field, hint) }}>
</div>
{% endmacro %}
{% if summary.length %}
<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>There is a problem</h2>
<p>Nothing was sent. What you typed is still below.</p>
<ul>
{% for one in summary %}<li><a href="#{{ one.field }}">{{ one.says }}</a></li>
{% endfor %}
</ul>
</div>
{% endif %}
`;

const HEAD = `
<p><a href="../{{ proof }}">Back to your dates, nothing is sent</a></p>
<h1>{{ heading }}</h1>
<p class="whose">Rapid Review {{ reference }}, {{ agencyName }}</p>
`;

const answerForm = createPage<FormPage & { readonly heading: string }>(`${MACROS}${HEAD}
<form method="post" action="{{ path }}" novalidate>
<input type="hidden" name="key" value="{{ key }}">
<div class="field{% if wrong.answer %} wrong{% endif %}">
<fieldset{% if wrong.answer %} aria-describedby="answer-wrong"{% endif %}>
<legend>What is your answer?</legend>
{{ error("answer") }}
{% for option in options %}
<div class="choice">
<input type="radio" id="answer{% if not loop.first %}-{{ option.name }}{% endif %}" name="answer" value="{{ option.name }}"{% if typed.answer == option.name %} checked{% endif %}>
<label for="answer{% if not loop.first %}-{{ option.name }}{% endif %}">{{ option.says }}</label>
</div>
{% endfor %}
</fieldset>
</div>
<div class="field{% if wrong.content %} wrong{% endif %}">
<label for="content">What does your agency know? (for a full return, or a part of one)</label>
<span class="hint" id="content-hint">Put in what the scoping template asks for, or say how you have sent it to the team. You may write names here: what you send is kept
encrypted, and only those who carry out the review read it. It is not shown on this page again, so keep a copy.</span>
{{ error("content") }}
<textarea id="content" name="content" rows="12"{{ said("content", "hint") }}>
{{ typed.content }}</textarea>
</div>
{{ line("askInstead", "Which organisation should we ask instead? (optional)", "Only if we have asked the wrong one, and you know the right one.", "off") }}
{{ line("by", "Your name and your role", "", "name") }}
<button type="submit">Send your answer</button>
</form>
`);

const securedForm = createPage<FormPage & { readonly heading: string }>(`${MACROS}${HEAD}
<p>Find every record that your agency holds about the case, on paper and electronic, and lock it, so that nobody can change, remove or
destroy anything. If your agency holds nothing, send that as your answer instead: then there is nothing to secure.</p>
<form method="post" action="{{ path }}" novalidate>
<input type="hidden" name="key" value="{{ key }}">
<div class="field{% if wrong.paper or wrong.locked %} wrong{% endif %}">
<fieldset{% if wrong.paper or wrong.locked %} aria-describedby="{% if wrong.paper %}paper-wrong{% endif %}{% if wrong.paper and wrong.locked %} {% endif %}{% if wrong.locked %}locked-wrong{% endif %}"{% endif %}>
<legend>What have you done?</legend>
{{ error("paper") }}
{{ error("locked") }}
{% for option in options %}
<div class="choice">
<input type="checkbox" id="{{ option.name }}" name="{{ option.name }}" value="yes"{% if typed[option.name] %} checked{% endif %}>
<label for="{{ option.name }}">{{ option.says }}</label>
</div>
{% endfor %}
</fieldset>
</div>
{{ line("by", "Your name and your role", "", "name") }}
<button type="submit">Tell us that they are secured</button>
</form>
`);

const FORMS = {
  answer: {
    heading: 'Send your answer',
    path: 'answer',
    render: answerForm,
    options: [
      { name: 'full', says: 'This is our full return' },
      { name: 'partial', says: 'This is a part of our return, and the rest follows' },
      {
        name: 'nil',
        says: 'We know the child or the family, but hold nothing about the case (a nil return)',
      },
      { name: 'notKnown', says: 'The child and the family are not known to us' },
      { name: 'wrongOrganisation', says: 'You have asked the wrong organisation' },
    ],
  },
  secured: {
    heading: 'Tell us that your records are secured',
    path: 'records-secured',
    render: securedForm,
    options: [
      { name: 'paper', says: 'We have found our paper records' },
      { name: 'electronic', says: 'We have found our electronic records' },
      { name: 'locked', says: 'They are locked: nobody can change, remove or destroy anything' },
    ],
  },
} as const;

/** Of a form, below the link. */
export const pathOf = (form: Told): string => FORMS[form].path;

const NOTHING = {
  key: '',
  answer: '',
  content: '',
  askInstead: '',
  by: '',
  paper: '',
  electronic: '',
  locked: '',
};

export interface FormGiven extends Pick<FormPage, 'partnership' | 'reference' | 'agencyName' | 'proof'> {
  readonly key: string;
  readonly wrong: readonly Wrong[];
  readonly typed: Typed;
}

export const formPage = (form: Told, { wrong, typed, ...page }: FormGiven): string => {
  const { heading, path, render, options } = FORMS[form];
  return render({
    ...page,
    heading,
    path,
    options,
    summary: wrong,
    title: `${wrong.length === 0 ? '' : 'Error: '}${heading}, Rapid Review ${page.reference}`,
    // The first thing that is wrong at each field.
    wrong: {
      ...NOTHING,
      ...Object.fromEntries(wrong.toReversed().map(({ field, says }) => [field, says])),
    },
    typed: { ...NOTHING, ...typed },
  });
};
