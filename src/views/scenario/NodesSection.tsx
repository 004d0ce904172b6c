import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Problem } from '../../lib/problem.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import { addNode } from '../../store/edits/addNode.ts';
import { countNodes } from '../../store/edits/nodes.ts';
import { setNodeCount } from '../../store/edits/setNodeCount.ts';
import { settleNodes } from '../../store/edits/settleNodes.ts';
import { refusalText } from '../../store/refusalText.ts';
import { selectNodeRows } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { NodeEntry } from './NodeEntry.tsx';
import styles from './ScenarioPanel.module.css';
import { Section } from './Section.tsx';
import { useEdit } from './useEdit.ts';

const selectNodes = (state: AppState): readonly NodeSpec[] => state.document.nodes;

/** Figures of another list of nodes, whose count is still under way, belong to none of these. */
function selectRows(state: AppState): readonly number[] | null {
  return state.results.counted?.derived.document.nodes === state.document.nodes ? selectNodeRows(state) : null;
}

const nothing: readonly Problem[] = [];
const selectWarnings = ({ results }: AppState): readonly Problem[] => results.counted?.derived.warnings ?? nothing;

/** The servers before and after the change, each with the rows it holds at the playhead. */
export function NodesSection(): ReactElement {
  const { t, format } = useT();
  const nodes = useApp(selectNodes);
  const rows = useApp(selectRows);
  const warnings = useApp(selectWarnings);
  const count = useEdit(setNodeCount);
  const add = useEdit(addNode);
  const settle = useEdit(settleNodes);
  const [before, after] = [countNodes(nodes, 'from'), countNodes(nodes, 'to')];
  const most = Math.max(1, ...(rows ?? []));
  const isSettled = nodes.every(({ state }) => state === 'up');
  return (
    <Section title={t('nodes.title')} note={t('nodes.change', { before, after })}>
      <NumberField
        label={t('nodes.count')}
        value={after}
        format={format.integer}
        stepLabels={{
          increase: t('scenario.more', { label: t('nodes.count') }),
          decrease: t('scenario.fewer', { label: t('nodes.count') }),
        }}
        validate={(next) => count.validate({ count: next })}
        onCommit={(next) => count.commit({ count: next })}
      />
      <div className={styles.nodes}>
        {nodes.map((node, index) => (
          // By its place: a node that gets another name is the same one, and stays open.
          <NodeEntry key={index} index={index} node={node} rows={rows?.[index] ?? null} most={most} />
        ))}
      </div>
      {rows !== null && <Racks nodes={nodes} rows={rows} />}
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => {
            const text = refusalText(warning, format);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
      <div className={styles.row}>
        {!isSettled && <Button label={t('nodes.settle')} variant="quiet" onPress={() => settle.commit({})} />}
        <Button label={t('nodes.add')} variant="quiet" onPress={() => add.commit({})} />
      </div>
    </Section>
  );
}

/** What a rack that fails takes along: every row is in one place here. Nothing where no node names its rack. */
function Racks({ nodes, rows }: { readonly nodes: readonly NodeSpec[]; readonly rows: readonly number[] }) {
  const { t, format } = useT();
  const racks = new Map<string, number>();
  nodes.forEach(({ rack }, node) => {
    if (rack !== null) racks.set(rack, (racks.get(rack) ?? 0) + rows[node]!);
  });
  if (racks.size === 0) return null;
  const total = rows.reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.racks}>
      <p>{t('nodes.racks')}</p>
      <ul>
        {[...racks].map(([rack, count]) => (
          <li key={rack}>
            {t('nodes.rackRows', { rack, rows: format.integer(count), percent: format.percent(count, total) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
