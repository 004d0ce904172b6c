import type { ReactElement } from 'react';
import {
  DEFAULT_SERVER,
  type ServerEncoding,
  type ServerSpec,
  serverEncodings,
  serverVersions,
} from '../../hash/server.ts';
import { useT } from '../../i18n/useT.ts';
import { setServer } from '../../store/edits/setServer.ts';
import type { Scenario } from '../../store/scenario.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { Select } from '../../ui/Select.tsx';
import { keyRefusal } from './keyRefusal.ts';
import styles from './ScenarioPanel.module.css';
import { useEdit } from './useEdit.ts';

const selectDocument = (state: AppState): Scenario => state.document;

/** The server that the keys are meant for: versions read texts differently, encodings store them differently. */
export function ServerFields(): ReactElement {
  const { t, format } = useT();
  const document = useApp(selectDocument);
  const edit = useEdit(setServer);
  const server = document.keys.server ?? DEFAULT_SERVER;
  const refusal = (next: ServerSpec): string | null => keyRefusal(document, setServer, { server: next }, format);
  return (
    <details className={styles.more}>
      <summary>{t('server.title', { ...server })}</summary>
      <Select<string>
        label={t('scenario.serverVersion')}
        options={serverVersions.map((version) => ({
          id: String(version),
          label: `PostgreSQL ${version}`,
          disabledReason: refusal({ ...server, version }),
        }))}
        value={String(server.version)}
        onSelect={(id) => {
          const version = serverVersions.find((known) => String(known) === id);
          if (version !== undefined) edit.commit({ server: { ...server, version } });
        }}
      />
      <Select<ServerEncoding>
        label={t('scenario.encoding')}
        options={serverEncodings.map((encoding) => ({
          id: encoding,
          label: encoding,
          disabledReason: refusal({ ...server, encoding }),
        }))}
        value={server.encoding}
        onSelect={(encoding) => edit.commit({ server: { ...server, encoding } })}
      />
    </details>
  );
}
