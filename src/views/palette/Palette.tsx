import { type KeyboardEvent, type ReactElement, useMemo, useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { flushSync } from 'react-dom';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { addRecent } from '../../store/preferences.ts';
import { commandsNow } from '../../store/targetCommands/commandsNow.ts';
import { runCommand, useAppContext } from '../../store/useApp.ts';
import { cx } from '../../ui/cx.ts';
import { IconGlyph } from '../../ui/icons.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { findCommands, firstHit, type PaletteEntry } from './findCommands.ts';
import styles from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { usePaletteEntries } from './usePaletteEntries.ts';

/** All commands in one list, found by parts of their names. Enter runs the one that is lit, Escape closes. */
export function Palette(): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const { store } = context;
  const [text, setText] = useState('');
  // Those from when it was opened: the list must not jump while it closes.
  const [recent] = useState(() => store.getState().ui.recentCommands);
  const entries = usePaletteEntries();
  const sections = useMemo(() => findCommands(entries, recent, text), [entries, recent, text]);
  const list = useRef<HTMLDivElement>(null);
  const count = sections.reduce((sum, { hits }) => sum + hits.length, 0);

  const close = (): void => setUi(store, { dialog: null });
  const run = ({ id, disabledReason }: PaletteEntry): void => {
    if (disabledReason !== null) return;
    const command = commandsNow(store.getState()).find((candidate) => candidate.id === id)!;
    // Closed before it runs: an open window would take the focus back from where the command puts it.
    flushSync(() => setUi(store, { dialog: null, recentCommands: addRecent(store.getState().ui.recentCommands, id) }));
    runCommand(command, context);
  };
  /** After text is deleted or pasted no entry is lit; Enter then means the first. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = firstHit(sections);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === null) return;
    if (list.current?.querySelector('[data-focused]') === null) run(first);
  };
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen isDismissable onOpenChange={close}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={t('palette.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            {/* Not a SearchField, whose Escape empties the field before it closes anything. */}
            <TextField className={cx(styles.search)} type="search" aria-label={t('palette.search')} autoFocus>
              <IconGlyph name="search" />
              <Input className={cx(styles.input)} placeholder={t('palette.search')} onKeyDownCapture={onKeyDown} />
            </TextField>
            <div ref={list}>
              <PaletteList sections={sections} text={text} onRun={run} />
            </div>
          </Autocomplete>
          <LiveRegion message={count === 0 ? t('palette.none', { text }) : t('palette.found', { count })} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
