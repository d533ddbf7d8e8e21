// GET /cases/:reference/panel: what is missing before decision and report may go, what went with which proof, what came
// back, and since when a reply is awaited.

import { peopleNames, readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseParams } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { textReader } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { PanelSchema } from './panelViewSchema';
import { panelView } from './presentPanel';

const NO_REVIEW = 'No Rapid Review runs for this case: there is nothing to inform the national Panel of.';

export const readPanelRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/panel',
    config: { permission: 'readReview' },
    schema: {
      summary: 'Read what stands between us and the national Panel',
      description:
        'The gate in words, the reports, each dispatch with its proof, replies and contacts. That somebody reads the texts is recorded.',
      tags: ['panel'],
      security,
      params: CaseParams,
      response: { 200: PanelSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state } = folded;
      const { reference, version } = state;
      void reply.header('etag', etagOf(version));
      if (state.status === 'recordedOnly') {
        const gate = { open: false, never: [], chairMay: [], inWords: NO_REVIEW };
        return { reference, version, gate, reports: [], dispatches: [], replies: [], contacts: [] };
      }
      return panelView(
        { ...folded, state },
        {
          read: textReader(deps, request, reference),
          notices: await records.notices.ofCase(reference),
          person: await peopleNames(records, folded),
        },
      );
    },
  });
};
