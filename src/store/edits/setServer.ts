import type { ServerSpec } from '../../hash/server.ts';
import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** The server that the keys are meant for: its version reads texts, its encoding stores them. */
export const setServer: Edit<{ readonly server: ServerSpec }> = {
  id: 'setServer',
  label: (_document, { server }) => ({ key: 'edit.setServer', params: { ...server } }),
  apply: (document, { server }) => ok({ ...document, keys: { ...document.keys, server } }),
  history: 'record',
};
