import type { ReactElement } from 'react';
import { tDynamic } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { openKept } from '../../store/files.ts';
import { useAppContext } from '../../store/useApp.ts';
import type { Version } from '../../store/version.ts';
import { PickList } from '../../ui/PickList.tsx';

/** Versions with their time, size and the last change before; picking one opens it as an undoable edit. */
export function VersionList({ versions }: { readonly versions: readonly Version[] }): ReactElement {
  const { t, format, locale } = useT();
  const context = useAppContext();
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const itemOf = ({ id, name, time, label, scenario }: Version) => ({
    id,
    label: name,
    aside: `${times.format(time)}, ${format.bytes(new Blob([scenario]).size)}`,
    detail: label === null ? undefined : tDynamic(label.key, label.params),
  });
  return (
    <PickList
      label={t('versions.title')}
      items={versions.map(itemOf)}
      onPick={(id) => {
        const version = versions.find((each) => each.id === id);
        if (version === undefined) return;
        openKept(context.store, version);
        setUi(context.store, { dialog: null });
      }}
    />
  );
}
