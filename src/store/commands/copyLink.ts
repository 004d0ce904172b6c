import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

/** Copies an address that holds the whole scenario and the place in the plan. */
export const copyLink: Command = {
  id: 'copyLink',
  menu: 'file',
  group: 3,
  label: () => text('command.copyLink'),
  keys: ['$mod+Shift+L'],
  refusal: always,
  run: async ({ store, services }) => {
    const { encodeLink } = await import('../link.ts');
    const { document, playback } = store.getState();
    const hash = encodeLink({ scenario: document, t: playback.t });
    services.address.replaceHash(hash);
    const copied = await services.files.copyText(services.address.withHash(hash));
    const params = { count: services.address.withHash(hash).length };
    setUi(store, {
      notice: copied
        ? { kind: 'info', key: 'notice.linkCopied', params }
        : { kind: 'error', key: 'notice.copyRefused' },
    });
  },
};
