// The page behind an agency's link, in words: what is asked of the agency, what it has told us, and the forms to answer with.

import type { AnswerTyped, SecuredTyped, Wrong } from './answerForms';
import type { AnswerView } from './answerView';
import { createPage } from './pageFrame';

/** What was sent and not taken: where it was wrong, and what was typed. */
export interface NotTaken {
  readonly form: 'answer' | 'secured';
  /** What is wrong as a whole, where it lies at no field. */
  readonly says?: string;
  readonly wrong: readonly Wrong[];
  readonly typed: AnswerTyped & SecuredTyped;
}

export const THANKS = {
  answer: 'Thank you. We have your answer.',
  secured: 'Thank you. We have noted that your records are secured.',
} as const;
export type Told = keyof typeof THANKS;

interface Page extends AnswerView {
  /** Where the forms go: the address of the page itself. */
  readonly path: string;
  readonly partnership: { readonly name: string; readonly mailbox: string };
  /** For either form one: sent twice, it has the effect of once. */
  readonly keys: { readonly answer: string; readonly secured: string };
  readonly told: readonly string[];
  readonly thanks?: Told | undefined;
  readonly notTaken?: NotTaken | undefined;
}

const CHOICES = [
  { value: 'full', says: 'This is our full return' },
  { value: 'partial', says: 'This is a part of our return, and the rest follows by the same date' },
  { value: 'nil', says: 'We hold nothing about the case (a nil return)' },
  { value: 'notKnown', says: 'The child and the family are not known to us' },
  { value: 'wrongOrganisation', says: 'You have asked the wrong organisation' },
] as const;

const BOXES = [
  { name: 'paper', says: 'Our paper records are secured' },
  { name: 'electronic', says: 'Our electronic records are secured' },
  { name: 'locked', says: 'They are locked: nobody can change, remove or destroy anything' },
] as const;

const render = createPage(`
{% macro error(form, field) %}{% if wrong[form][field] %}<span class="says" id="{{ form }}-{{ field }}-wrong">Error: {{ wrong[form][field] }}</span>{% endif %}{% endmacro %}
{% macro describedby(form, field, hint) %}{% if hint or wrong[form][field] %} aria-describedby="{% if hint %}{{ form }}-{{ field }}-hint{% endif %}{% if hint and wrong[form][field] %} {% endif %}{% if wrong[form][field] %}{{ form }}-{{ field }}-wrong{% endif %}"{% endif %}{% endmacro %}
{% macro line(form, field, label, hint) %}
<div class="field{% if wrong[form][field] %} wrong{% endif %}">
<label for="{{ form }}-{{ field }}">{{ label }}</label>
{% if hint %}<span class="hint" id="{{ form }}-{{ field }}-hint">{{ hint }}</span>
{% endif %}
{{ error(form, field) }}
<input type="text" id="{{ form }}-{{ field }}" name="{{ field }}" autocomplete="off" value="{{ typed[form][field] }}"{{ describedby(form, field, hint) }}>
</div>
{% endmacro %}
{% if summary.length %}
<div class="summary" role="alert">
<h2>There is a problem</h2>
<ul>
{% for one in summary %}<li>{% if one.field %}<a href="#{{ one.form }}-{{ one.field }}">{{ one.says }}</a>{% else %}{{ one.says }}{% endif %}</li>
{% endfor %}
</ul>
</div>
{% elif thanks %}
<div class="thanks" role="status">
<h2>{{ thanks }}</h2>
<p>You can close this page. The link in our emails opens it again.</p>
</div>
{% endif %}
<h1>Rapid Review {{ reference }}</h1>
<p class="whose">{{ agencyName }}, asked by the {{ partnership.name }}</p>
<div class="danger">
<p>This is not an emergency service, and answering here does not make a referral. If a child is in immediate danger, ring 999. If you
are worried about a child's safety, contact children's services where the child lives.</p>
</div>
{% if asks.length %}
<h2>What we ask of you</h2>
<ul>
{% for ask in asks %}<li>{{ ask.what }} by the end of <strong>{{ ask.by }}</strong>{% if ask.count %}: {{ ask.count }}{% endif %}.{% if ask.late %} <span class="late">This date has passed.</span> It is not too late: what you know still helps.{% endif %}</li>
{% endfor %}
</ul>
{% endif %}
{% if mayAnswer or maySecure %}
<p>This page does not say who the case is about. Contact the team at <a href="mailto:{{ partnership.mailbox }}">{{ partnership.mailbox }}</a> and quote
{{ reference }}: it gives you the details of the case and the scoping template once you have shown who you are.</p>
{% endif %}
{% if told.length %}
<h2>What you have told us</h2>
<ul>
{% for one in told %}<li>{{ one }}</li>
{% endfor %}
</ul>
{% if not mayAnswer and not maySecure %}<p>You do not need to do anything more. To put something right, contact the team.</p>
{% endif %}
{% endif %}
{% if mayAnswer %}
<h2>Your answer</h2>
<form method="post" action="{{ path }}/answer" novalidate>
<input type="hidden" name="key" value="{{ keys.answer }}">
<div class="field{% if wrong.answer.answer %} wrong{% endif %}">
<fieldset{{ describedby("answer", "answer", "") }}>
<legend>What is your answer?</legend>
{{ error("answer", "answer") }}
{% for choice in choices %}
<div class="choice">
<input type="radio" id="answer-answer{% if not loop.first %}-{{ choice.value }}{% endif %}" name="answer" value="{{ choice.value }}"{% if typed.answer.answer == choice.value %} checked{% endif %}>
<label for="answer-answer{% if not loop.first %}-{{ choice.value }}{% endif %}">{{ choice.says }}</label>
</div>
{% endfor %}
</fieldset>
</div>
<div class="field{% if wrong.answer.content %} wrong{% endif %}">
<label for="answer-content">What does your agency know?</label>
<span class="hint" id="answer-content-hint">For a full return, or a part of one. You may write names here: what you send is kept encrypted, and only those who carry out
the review read it. It is not shown on this page again.</span>
{{ error("answer", "content") }}
<textarea id="answer-content" name="content" rows="12"{{ describedby("answer", "content", "hint") }}>
{{ typed.answer.content }}</textarea>
</div>
{{ line("answer", "askInstead", "Which organisation should we ask instead?", "Only if we have asked the wrong one, and you know the right one.") }}
{{ line("answer", "by", "Your name and your role", "") }}
<button type="submit">Send your answer</button>
</form>
{% endif %}
{% if maySecure %}
<h2>Your records</h2>
<p>Find every record that your agency holds about the case, and lock it. If your answer is that you hold nothing, you do not need to fill this in.</p>
<form method="post" action="{{ path }}/records-secured" novalidate>
<input type="hidden" name="key" value="{{ keys.secured }}">
<div class="field{% if wrong.secured.paper %} wrong{% endif %}">
<fieldset{{ describedby("secured", "paper", "") }}>
<legend>Which records have you secured?</legend>
{{ error("secured", "paper") }}
{% for box in boxes %}
<div class="choice">
<input type="checkbox" id="secured-{{ box.name }}" name="{{ box.name }}" value="yes"{% if typed.secured[box.name] %} checked{% endif %}>
<label for="secured-{{ box.name }}">{{ box.says }}</label>
</div>
{% endfor %}
</fieldset>
</div>
{{ line("secured", "by", "Your name and your role", "") }}
<button type="submit">Tell us that they are secured</button>
</form>
{% endif %}
`);

const NOTHING_TYPED = {
  answer: '',
  content: '',
  askInstead: '',
  by: '',
  paper: '',
  electronic: '',
  locked: '',
};

/** The first thing that is wrong at each field. */
const byField = (wrong: readonly Wrong[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...wrong].reverse().map(({ field, says }) => [field, says]));

export const answerPage = ({ notTaken, thanks, ...page }: Page): string => {
  const { form, says, wrong = [], typed = {} } = notTaken ?? {};
  const of = <V>(whose: NotTaken['form'], value: V, otherwise: V): V => (form === whose ? value : otherwise);
  const wrongHere = { ...Object.fromEntries(Object.keys(NOTHING_TYPED).map((field) => [field, ''])) };
  return render({
    ...page,
    title: `${notTaken === undefined ? '' : 'Error: '}Rapid Review ${page.reference}: answer`,
    choices: CHOICES,
    boxes: BOXES,
    summary: [
      ...(says === undefined ? [] : [{ says, field: '', form: '' }]),
      ...wrong.map((one) => ({ ...one, form })),
    ],
    thanks: thanks === undefined ? '' : THANKS[thanks],
    wrong: {
      answer: of('answer', { ...wrongHere, ...byField(wrong) }, wrongHere),
      secured: of('secured', { ...wrongHere, ...byField(wrong) }, wrongHere),
    },
    typed: {
      answer: of('answer', { ...NOTHING_TYPED, ...typed }, NOTHING_TYPED),
      secured: of('secured', { ...NOTHING_TYPED, ...typed }, NOTHING_TYPED),
    },
  } as Parameters<typeof render>[0]);
};
