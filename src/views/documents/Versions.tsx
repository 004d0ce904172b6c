import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { useStored } from './useStored.ts';
import { VersionList } from './VersionList.tsx';
import styles from './Versions.module.css';

/** What autosave has kept, newest first, and a way to delete it all. */
export function Versions(): ReactElement | null {
  const { t } = useT();
  const { services } = useAppContext();
  const [versions, reload] = useStored(services.storage.listVersions);
  const [isAsking, setAsking] = useState(false);
  if (versions === null) return null;
  if (versions.length === 0) return <EmptyNote text={t('versions.none')} />;
  const count = versions.length;
  const clear = async (): Promise<void> => {
    await services.storage.clearVersions().catch(() => undefined);
    setAsking(false);
    reload();
  };
  return (
    <>
      <VersionList versions={versions} />
      <div className={styles.actions}>
        {isAsking && <Button label={t('versions.keep')} onPress={() => setAsking(false)} />}
        {isAsking ? (
          <Button label={t('versions.deleteNow', { count })} variant="danger" onPress={() => void clear()} />
        ) : (
          <Button label={t('versions.deleteAll')} onPress={() => setAsking(true)} />
        )}
      </div>
    </>
  );
}
