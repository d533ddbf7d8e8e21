// The answers: one nil, one silent until it is reminded a second time, one found late, one too late. Who was asked secures
// its records first.

import { requestTo } from '../addressed';
import type { Scene } from '../telling';
import { answered, nilOnline, secured, whyLate } from './acts';

export const answers: Scene = async (telling) => {
  const { until, chapter } = telling;
  chapter('The answers come in');
  await until(1, 11, 20);
  await secured(telling, 1, 'school', true);
  await until(1, 15);
  await secured(telling, 1, 'localAuthority', true);
  await until(2, 11);
  await nilOnline(telling, 'generalPractice');
  await until(2, 14, 15);
  await secured(telling, 2, 'police', false);
  await until(2, 15, 40);
  await secured(telling, 2, 'integratedCareBoard', false);
  await until(3, 10);
  await secured(telling, 3, 'nhsProvider', true);
  await until(3, 12, 10);
  await answered(telling, 3, 'localAuthority', 'full', 'api');
  await until(3, 16);
  await answered(telling, 3, 'integratedCareBoard', 'full', 'secureMail');
  await until(4, 10, 30);
  await answered(telling, 4, 'police', 'full', 'secureMail');
  await until(4, 15, 10);
  await answered(telling, 4, 'nhsProvider', 'partial', 'secureMail');
};

export const latecomers: Scene = async (telling) => {
  const { cast, until, chapter, act } = telling;
  const { coordinator } = cast;
  chapter('One agency is found late, one is silent to the second reminder, one is late');
  await until(5, 10, 20);
  await act(coordinator, async (write) => ({
    kind: 'addAgency',
    agency: cast.agency('housing').id,
    note: await write('note', 'note', 'How it came to light.'),
  }));
  await until(5, 10, 30);
  await act(coordinator, () => requestTo(cast, ['housing']));
  await until(5, 14, 40);
  await answered(telling, 5, 'school', 'full', 'mail');
  await until(6, 10);
  await secured(telling, 6, 'housing', true);
  await until(7, 11, 30);
  await answered(telling, 7, 'nhsProvider', 'full', 'secureMail');
  await until(7, 11, 45);
  await whyLate(telling, 'nhsProvider');
};

export const lastAnswer: Scene = async (telling) => {
  await telling.until(9, 15);
  await answered(telling, 9, 'housing', 'full', 'paper');
};
