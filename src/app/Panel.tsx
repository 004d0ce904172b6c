import { memo, type ReactElement } from 'react';
import type { PanelId } from '../store/layout/windowLayout.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { panelViews } from './sideViews.ts';

/** One panel's content. Kept as it is while its dock is resized. */
export const Panel = memo(function Panel({ id }: { readonly id: PanelId }): ReactElement {
  const View = panelViews[id];
  return (
    <PanelBoundary key={id}>
      <View />
    </PanelBoundary>
  );
});
