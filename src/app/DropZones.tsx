import type { CSSProperties, ReactElement } from 'react';
import { useT } from '../i18n/useT.ts';
import { dockIds } from '../store/layout/windowLayout.ts';
import styles from './Docks.module.css';
import type { TabDrag } from './useTabDrag.ts';

/** While a tab is dragged: where it can go, where it would land, and its name at the pointer. */
export function DropZones({ drag }: { readonly drag: TabDrag }): ReactElement {
  const { t } = useT();
  return (
    <>
      {dockIds.map((id) => (
        <div key={id} aria-hidden="true" className={styles.zone} data-drop-zone={id} data-over={drag.drop?.dock === id}>
          <span>{t(`layout.drop.${id}`)}</span>
        </div>
      ))}
      {drag.gap !== null && (
        <i
          aria-hidden="true"
          className={styles.gap}
          style={{ '--x': `${drag.gap.x}px`, '--y': `${drag.gap.y}px`, '--h': `${drag.gap.height}px` } as CSSProperties}
        />
      )}
      <span
        aria-hidden="true"
        className={styles.ghost}
        style={{ '--x': `${drag.x}px`, '--y': `${drag.y}px` } as CSSProperties}
      >
        {drag.label}
      </span>
    </>
  );
}
