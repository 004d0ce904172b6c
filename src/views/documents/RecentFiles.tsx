import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { reopenFile } from '../../store/files.ts';
import { useAppContext } from '../../store/useApp.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { PickList } from '../../ui/PickList.tsx';
import { useStored } from './useStored.ts';
import { VersionList } from './VersionList.tsx';

/** The files that were opened or saved last; where the browser hands out none to keep, the versions that it keeps itself. */
export function RecentFiles(): ReactElement | null {
  const { t } = useT();
  const context = useAppContext();
  const { storage } = context.services;
  const [files] = useStored(storage.listFiles);
  const [versions] = useStored(storage.listVersions);
  if (files === null || versions === null) return null;
  if (files.length > 0) {
    return (
      <PickList
        label={t('recent.title')}
        items={files.map(({ name }, index) => ({ id: String(index), label: name }))}
        onPick={(index) => {
          setUi(context.store, { dialog: null });
          void reopenFile(context, files[Number(index)]!);
        }}
      />
    );
  }
  return versions.length === 0 ? <EmptyNote text={t('recent.none')} /> : <VersionList versions={versions} />;
}
