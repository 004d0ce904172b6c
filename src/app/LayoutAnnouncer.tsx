import { type ReactElement, useState } from 'react';
import type { Translate } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import { describeChange, type LayoutChange } from '../store/layout/describeChange.ts';
import type { WindowLayout } from '../store/layout/windowLayout.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';

/** Says what happened to the window, whoever did it: a menu, a key or a tab that was dragged. */
export function LayoutAnnouncer({ layout }: { readonly layout: WindowLayout }): ReactElement {
  const { t } = useT();
  const [last, setLast] = useState(layout);
  const [change, setChange] = useState<LayoutChange | null>(null);
  if (last !== layout) {
    setLast(layout);
    setChange(describeChange(last, layout) ?? change);
  }
  return <LiveRegion message={change === null ? '' : sentence(change, t)} />;
}

function sentence(change: LayoutChange, t: Translate): string {
  switch (change.kind) {
    case 'moved':
      return t('layout.said.moved', { panel: t(`view.${change.panel}`), dock: t(`layout.dock.${change.dock}`) });
    case 'opened':
      return t('layout.said.opened', { panel: t(`view.${change.panel}`) });
    case 'closed':
      return t('layout.said.closed', { panel: t(`view.${change.panel}`) });
    case 'reordered':
      return t('layout.said.reordered', { ...change, panel: t(`view.${change.panel}`) });
    case 'collapsed':
      return t('layout.said.collapsed', { dock: t(`layout.dock.${change.dock}`) });
    case 'expanded':
      return t('layout.said.expanded', { dock: t(`layout.dock.${change.dock}`) });
    case 'arranged':
      return t('layout.said.arranged', { panels: change.panels.map((panel) => t(`view.${panel}`)).join(', ') });
  }
}
