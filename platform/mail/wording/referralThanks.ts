// How a mail to whoever referred begins: with thanks, and with the reference of their own referral where their case was
// merged into another (R22).

import type { Notice } from '../../../domain/rapidReview/notices';

export const REFERRAL_THANKS = `
{% from "blocks" import paragraph %}
{% call paragraph() %}Thank you for your referral.
{% if referredAs %}You know it as {{ referredAs }}; it was merged into {{ reference }}.{% endif %}{% endcall %}
`;

export const referredAs = ({ to, reference }: Notice): string =>
  to.role === 'referrer' && to.of !== reference ? to.of : '';
