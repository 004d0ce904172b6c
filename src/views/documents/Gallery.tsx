import type { ReactElement } from 'react';
import { tDynamic } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import type { Example } from '../../store/examples/example.ts';
import { examples } from '../../store/examples/examples.ts';
import { openPanel } from '../../store/layout/changeLayout.ts';
import { openDocument } from '../../store/openDocument.ts';
import { PLAN_RING } from '../../store/state.ts';
import { useAppContext } from '../../store/useApp.ts';
import styles from './Gallery.module.css';

/** The worked scenarios; choosing one opens it as an undoable edit. */
export function Gallery(): ReactElement {
  // For the language: which texts are asked for is known by their ids only.
  useT();
  const { store } = useAppContext();
  const open = ({ scenario, ui, panel = 'sql' }: Example): void => {
    openDocument(store, scenario, { kind: 'example', name: scenario.name, saved: scenario, handle: null });
    setUi(store, { stageView: 'strip', ringOf: PLAN_RING, ...ui, dialog: null });
    openPanel(store, panel);
  };
  return (
    <ul className={styles.gallery}>
      {examples.map((example) => {
        const { id, story } = example;
        return (
          <li key={id} className={styles.card}>
            <button
              type="button"
              className={styles.title}
              aria-describedby={`example-${id}`}
              onClick={() => open(example)}
            >
              {tDynamic(`example.title.${id}`)}
            </button>
            <p id={`example-${id}`}>{tDynamic(`example.text.${id}`)}</p>
            <p className={styles.source}>
              {story.source.url === null ? (
                story.source.title
              ) : (
                <a href={story.source.url} target="_blank" rel="noreferrer noopener">
                  {story.source.title}
                </a>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
