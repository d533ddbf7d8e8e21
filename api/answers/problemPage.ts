// A refusal as a page, for whoever is there with a browser: what was wrong, what would be right, whether anything was changed; and
// what they typed, to send again or to copy. How a refusal is worded for programs says little to somebody at a school.

import type { OfKind } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { requestProblems } from '../problems/requestProblems';
import { returnProblems } from '../returns/returnProblems';
import { textProblems } from '../texts/textProblems';
import { createPage, type PageView, type Partnership } from './pageFrame';
import type { Typed } from './answerForms';

const AWAY = 'This service cannot take anything at this moment. Wait a few minutes.';
const CONTACT = 'To change it or to add to it, contact the team.';

const WORDS: Readonly<Partial<Record<string, readonly [title: string, says: string]>>> = {
  [rejectionProblems.AgencyAlreadyAnswered.slug]: ['Your agency has answered already', CONTACT],
  [rejectionProblems.RecordsAlreadySecured.slug]: [
    'Your agency has told us already that its records are secured',
    CONTACT,
  ],
  [requestProblems.answerLinkNotValid.slug]: [
    'This link is not valid',
    'It is not complete, or it belongs to a request that was withdrawn or replaced. Open the link in our newest email about the case, or ask the team for a new one.',
  ],
  [returnProblems.tooManyParts.slug]: [
    'No more parts of your answer are taken',
    'Your agency has sent a great many. Go back, put all that is left into one answer, and select that it is your full return. Or contact the team.',
  ],
  [textProblems.textsDestroyed.slug]: [
    'The texts of this case are not kept any more',
    'Nothing can be added to it. If you know of something, contact the team.',
  ],
  [requestProblems.tooManyRequests.slug]: [
    'Too much at once',
    'Wait a minute, then load this page again. If your browser asks whether to send the form again, say that it should.',
  ],
  [requestProblems.tooLarge.slug]: [
    'This is too long for one answer',
    'Go back and send it in parts: select that it is a part of your return.',
  ],
};

const wordsOf = ({ slug, status }: OfKind): readonly [string, string] =>
  WORDS[slug] ??
  (status >= 500
    ? ['This cannot be taken now', AWAY]
    : [
        'This could not be taken',
        'Open the link in our email again. If that does not help, contact the team.',
      ]);

interface ProblemView extends PageView {
  readonly says: string;
  readonly sent: boolean;
  readonly maybeDone: boolean;
  readonly again: boolean;
  readonly texts: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly hidden: readonly { readonly name: string; readonly text: string }[];
  readonly requestId: string;
}

const render = createPage<ProblemView>(`
<h1>{{ title }}</h1>
<p>{{ says }}</p>
{% if sent %}<p>{% if maybeDone %}What you sent may have been taken all the same. Send it again: that is safe.{% else %}Nothing was changed.{% endif %}</p>
{% endif %}
{% if texts.length %}
{% if again %}<form method="post">
{% endif %}
{% for one in hidden %}<input type="hidden" name="{{ one.name }}" value="{{ one.text }}">
{% endfor %}
{% for one in texts %}
<div class="field">
<label for="{{ one.name }}">{{ one.label }}</label>
<textarea id="{{ one.name }}" name="{{ one.name }}" rows="6" readonly>
{{ one.text }}</textarea>
</div>
{% endfor %}
{% if again %}<button type="submit">Send it again</button>
</form>
{% else %}<p>This is what you typed. Copy it before you close this page.</p>
{% endif %}
{% endif %}
<p>If a child is in immediate danger, ring 999.</p>
<p class="whose">To ask for help, contact the team and quote {{ requestId }}.</p>
`);

const LABELS: Readonly<Partial<Record<keyof Typed, string>>> = {
  content: 'What does your agency know?',
  askInstead: 'Which organisation should we ask instead?',
  by: 'Your name and your role',
};

interface Asked {
  readonly method: string;
  readonly id: string;
  readonly body?: unknown;
}

/** A form of ours, as it was read. */
const typedIn = (body: unknown): readonly (readonly [keyof Typed, string])[] =>
  typeof body === 'object' && body !== null
    ? (Object.entries(body).filter(([, text]) => typeof text === 'string') as [keyof Typed, string][])
    : [];

export const problemPage = (kind: OfKind, { method, id, body }: Asked, partnership: Partnership): string => {
  const [title, says] = wordsOf(kind);
  const typed = typedIn(body).filter(([, text]) => text !== '');
  return render({
    title,
    says,
    partnership,
    requestId: id,
    maybeDone: kind.maybeDone === true,
    sent: method === 'POST',
    again: kind.status >= 500,
    texts: typed.flatMap(([name, text]) => {
      const label = LABELS[name];
      return label === undefined ? [] : [{ name, label, text }];
    }),
    hidden: typed.flatMap(([name, text]) => (LABELS[name] === undefined ? [{ name, text }] : [])),
  });
};
