import type { ReactElement } from 'react';
import type { KeyType } from '../../hash/keyType.ts';
import type { ServerSpec } from '../../hash/server.ts';
import { versionOutcomes } from '../../hash/versionOutcomes.ts';
import { useT } from '../../i18n/useT.ts';
import styles from './InspectPanel.module.css';

interface VersionNoteProps {
  readonly type: KeyType;
  readonly text: string;
  readonly server: ServerSpec;
}

/** Says so where server versions differ about a text, and which of them the scenario follows. */
export function VersionNote({ type, text, server }: VersionNoteProps): ReactElement | null {
  const { t } = useT();
  const outcomes = versionOutcomes(type, text, server.encoding);
  if (outcomes.length === 0) return null;
  return (
    <div className={styles.versions} role="note">
      <p>{t('inspect.versionsDiffer', { version: server.version })}</p>
      <ul>
        {outcomes.map(({ versions, error, hash }) => (
          <li key={versions[0]}>
            PostgreSQL {versions.join(', ')}: {error === null ? `0x${hash}` : `ERROR: ${error.message}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
