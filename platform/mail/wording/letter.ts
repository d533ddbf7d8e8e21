// What every mail says before and after its own matter: that it may be the second, that whoever gets it may not know what went
// before, whom to ask, and that it is neither an emergency service nor a referral (R23). What stands below follows from whom it is for.

export const LETTER = `
{% from "blocks" import heading, paragraph, strong, link, address, mailbox %}
{% if repeated %}
{% call paragraph() %}{{ strong("You may have received this already.") }}
We could not tell whether an earlier copy of this email reached you. If it did, you only need to act on it
once. If the dates differ, go by this email.{% endcall %}
{% endif %}
{% if toSuccessors %}
{% call paragraph() %}{{ strong("We are writing to you in place of somebody in your agency who is not our contact there any more.") }}
If this email speaks of an earlier one, or of an entry in your diary, they may have it and you may not.{% endcall %}
{% endif %}
{% include body %}
{% if answerUrl and reader == "agency" %}
{{ heading("How to answer") }}
{% call paragraph() %}Answer on this page. You do not need an account: {{ link(answerUrl) }}{% endcall %}
{% call paragraph() %}Whoever has this link can answer for your agency, so forward this email only to those who may. The page does not say
who the case is about. What you write on it is kept encrypted.{% endcall %}
{% endif %}
{% if reader == "agency" or reader == "referrer" or reader == "panel" %}
{{ heading("If you need help") }}
{% call paragraph() %}Contact the {{ partnershipName }} team at {{ mailbox(teamMailbox) }}. Quote {{ quote or reference }}.{% endcall %}
{% call paragraph() %}Do not put a name, or anything about a child or family, in an email to us until the team has agreed
a secure way to send it.{% endcall %}
{% endif %}
{% if reader == "agency" or reader == "referrer" %}
{{ heading("If a child is in danger") }}
{% call paragraph() %}This is not an emergency service, and answering this email does not make a referral. If a child is
in immediate danger, ring 999. If you are worried about a child's safety, contact children's services where the child
lives.{% endcall %}
{% endif %}
{% if caseUrl and (reader == "team" or reader == "partner") %}
{% call paragraph() %}To read the case, press Authorize on this page, give your token, and ask for {{ reference }}: {{ link(docsUrl) }}{% endcall %}
{% call paragraph() %}For a program that sends your token (a browser opens nothing there): {{ address(caseUrl) }}{% endcall %}
{% endif %}
{% call paragraph() %}This email was sent automatically for the {{ partnershipName }}.{% endcall %}
`;
