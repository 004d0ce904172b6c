import { formatOf } from '../../i18n/format.ts';
import { currentLocale, loadTexts, t } from '../../i18n/i18n.ts';
import { setUi } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** Copies a review summary of the scenario in the language of the page. */
export const copyMarkdown: Command = {
  id: 'copyMarkdown',
  menu: 'file',
  group: 3,
  label: () => text('command.copyMarkdown'),
  keys: [],
  refusal: notCounted,
  run: async ({ store, services }) => {
    const { buildReport } = await import('../report/buildReport.ts');
    const { reportMarkdown } = await import('../report/markdown.ts');
    await loadTexts();
    const format = formatOf(currentLocale());
    const report = buildReport(store.getState(), services.address.withHash, t, format);
    if (report === null) return;
    const copied = await services.files.copyText(reportMarkdown(report, format));
    setUi(store, {
      notice: copied ? { kind: 'info', key: 'notice.markdownCopied' } : { kind: 'error', key: 'notice.copyRefused' },
    });
  },
};
