// Refusals of what an account that answers for one agency may see and say. What a role may do at all is `permissions.ts`.

import { kind } from '../problems/problem';

export const accountProblems = {
  notYourAgency: kind({
    slug: 'not-your-agency',
    status: 403,
    title: 'This is not your agency',
    says: () =>
      'Your token is for your own agency: you can read and answer for it, and for no other. Take the code of your agency from the mails to it, or ask the team.',
  }),
  nothingOfYourAgency: kind({
    slug: 'nothing-of-your-agency',
    status: 404,
    title: 'Your agency is on no such case',
    says: () => 'Your agency is on no case with this reference. Check it: it is in the mails to your agency.',
  }),
  accountsOffCase: kind({
    slug: 'accounts-off-case',
    status: 403,
    title: 'Accounts of your agency cannot be used on this case',
    says: () =>
      'Accounts of your agency cannot be used on this case. Contact the team, quoting the reference: it records your answer, or gives you a link to answer by.',
  }),
};
