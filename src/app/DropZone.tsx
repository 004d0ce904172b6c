import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/useT.ts';
import { acceptFile, openText } from '../store/files.ts';
import { useAppContext } from '../store/useApp.ts';
import styles from './DropZone.module.css';
import { readTextFile } from './files.ts';

/** Where the browser can say which file on the disk was dropped. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemFileHandle | null>;
}

/** Opens a scenario file that is dropped anywhere on the window; while one is dragged over it, says so. */
export function DropZone(): ReactElement | null {
  const { t } = useT();
  const context = useAppContext();
  const [isOver, setOver] = useState(false);
  // Entering a child comes before leaving its parent, so they are counted.
  const depth = useRef(0);
  useEffect(() => {
    const isFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const moveBy = (step: number) => (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      depth.current = Math.max(0, depth.current + step);
      setOver(depth.current > 0);
    };
    const drop = (event: DragEvent): void => {
      if (!isFile(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const item: HandleItem | undefined = [...(event.dataTransfer?.items ?? [])].find(({ kind }) => kind === 'file');
      const file = item?.getAsFile();
      if (item === undefined || !file || !acceptFile(context, file.name, file.size)) return;
      const handle = item.getAsFileSystemHandle?.().catch(() => null);
      void (async () => openText(context, { ...(await readTextFile(file)), handle: (await handle) ?? null }))();
    };
    const listeners = { dragenter: moveBy(1), dragleave: moveBy(-1), dragover: moveBy(0), drop };
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        window.removeEventListener(type, listener as EventListener);
    };
  }, [context]);
  if (!isOver) return null;
  return (
    <div className={styles.zone}>
      <p className={styles.text}>{t('drop.here')}</p>
    </div>
  );
}
