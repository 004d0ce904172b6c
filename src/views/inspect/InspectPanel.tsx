import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { DEFAULT_SERVER } from '../../hash/server.ts';
import { useT } from '../../i18n/useT.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import { setUi } from '../../store/createAppStore.ts';
import { computeProbe } from '../../store/probe.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { HashChain } from './HashChain.tsx';
import styles from './InspectPanel.module.css';
import { Places } from './Places.tsx';
import { ProbeField } from './ProbeField.tsx';
import { ServerQuery } from './ServerQuery.tsx';

const selectKeys = (state: AppState): KeySpec => state.document.keys;
const selectProbe = (state: AppState): AppState['ui']['probe'] => state.ui.probe;
const selectFocus = (state: AppState): boolean => state.ui.focusProbe;

/** One key from its text to its partition, every stage shown. */
export function InspectPanel(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const keys = useApp(selectKeys);
  const typed = useApp(selectProbe);
  const focus = useApp(selectFocus);
  const { texts, trace } = useMemo(() => computeProbe(keys, typed), [keys, typed]);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focus) return;
    fields.current?.querySelector('input')?.focus();
    setUi(store, { focusProbe: false });
  }, [focus, store]);
  return (
    <div className={styles.panel}>
      <p className={styles.intro}>{t('inspect.intro')}</p>
      <div ref={fields} className={styles.fields}>
        {keys.columns.map((column, index) => (
          <ProbeField
            key={`${column.name}:${column.type}`}
            column={column}
            text={texts[index] ?? null}
            server={keys.server ?? DEFAULT_SERVER}
            error={!trace.ok && trace.error.column === index ? trace.error.error : null}
          />
        ))}
      </div>
      {trace.ok && (
        <>
          <Places rowHash={trace.value.rowHash} texts={trace.value.columns.map((column) => column.canonical)} />
          <HashChain trace={trace.value} keys={keys} />
          <ServerQuery texts={texts} rowHash={trace.value.rowHash} />
        </>
      )}
    </div>
  );
}
