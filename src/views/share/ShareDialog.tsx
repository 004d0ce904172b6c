import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Command } from '../../store/commands/command.ts';
import { copyMarkdown } from '../../store/commands/copyMarkdown.ts';
import { copyPicture } from '../../store/commands/copyPicture.ts';
import { printSheet } from '../../store/commands/printSheet.ts';
import { saveCsv } from '../../store/commands/saveCsv.ts';
import { savePng } from '../../store/commands/savePng.ts';
import { saveSvg } from '../../store/commands/saveSvg.ts';
import { reasonText } from '../../store/refusalText.ts';
import type { AppState } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { FrameSection } from './FrameSection.tsx';
import { LinkSection } from './LinkSection.tsx';
import styles from './ShareDialog.module.css';

const selectView = (state: AppState): AppState['ui']['stageView'] => state.ui.stageView;

/** Every way out of the app: as a link, a picture, text and tables, paper, and a frame in another page. */
export function ShareDialog(): ReactElement {
  const { t } = useT();
  const view = useApp(selectView);
  return (
    <div className={styles.share}>
      <LinkSection />
      <section aria-label={t('share.picture')}>
        <h3>{t('share.picture')}</h3>
        <p>{t('share.pictureNote', { name: t(`view.${view}`) })}</p>
        <Ways commands={[savePng, saveSvg, copyPicture]} />
      </section>
      <section aria-label={t('share.texts')}>
        <h3>{t('share.texts')}</h3>
        <p>{t('share.textsNote')}</p>
        <Ways commands={[copyMarkdown, saveCsv, printSheet]} />
      </section>
      <FrameSection />
    </div>
  );
}

function Ways({ commands }: { readonly commands: readonly Command[] }): ReactElement {
  return (
    <div className={styles.ways}>
      {commands.map((command) => (
        <Way key={command.id} command={command} />
      ))}
    </div>
  );
}

function Way({ command }: { readonly command: Command }): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const state = context.store.getState();
  const { key, params } = command.label(state);
  const refusal = command.refusal(state);
  return (
    <Button
      label={t(key, params)}
      disabledReason={refusal && reasonText(refusal, t, format)}
      onPress={() => runCommand(command, context)}
    />
  );
}
