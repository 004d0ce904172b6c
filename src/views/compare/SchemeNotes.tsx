import type { ReactElement } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import { countNodes } from '../../store/edits/nodes.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import styles from './CompareView.module.css';

const selectTable = (state: AppState): string => state.document.table.name;
const selectNodeCount = (state: AppState): number => countNodes(state.document.nodes, 'from');

/** The limits of a scheme, how theory finds what moves, what must be said beside it, and where it comes from. */
export function SchemeNotes({ scheme }: { readonly scheme: Scheme }): ReactElement {
  const { t, format } = useT();
  const table = useApp(selectTable);
  const nodes = useApp(selectNodeCount);
  const limits = scheme.fields.flatMap((field) => {
    if (field.kind === 'choice') return [];
    const show = (limit: number) => format.decimal(limit, Number.isInteger(limit) ? 0 : 3);
    const parameter = t(`scheme.parameter.${field.name}` as TextKey);
    return t('scheme.limits', { parameter, min: show(field.min), max: show(field.max) });
  });
  const refusal = scheme.refuseMore?.(table, nodes);
  const texts = [
    ...limits,
    t('scheme.movement', { rule: t(`scheme.movement.${scheme.movement}`) }),
    ...(refusal === undefined ? [] : [t('scheme.refusesMore', { declared: format.integer(nodes), message: refusal })]),
    ...(scheme.notes ?? []).map((note) => t(`scheme.note.${note}` as TextKey)),
  ];
  return (
    <p className={styles.note}>
      {texts.join(' ')}{' '}
      <a href={scheme.source.url} target="_blank" rel="noreferrer noopener">
        {scheme.source.title}
      </a>
    </p>
  );
}
