import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import { addNode } from '../../store/edits/addNode.ts';
import { countNodes } from '../../store/edits/nodes.ts';
import { setNodeCount } from '../../store/edits/setNodeCount.ts';
import { settleNodes } from '../../store/edits/settleNodes.ts';
import { selectNodeRows } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { type Hue, Meter } from '../../ui/Meter.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { NodeFields } from './NodeFields.tsx';
import styles from './ScenarioPanel.module.css';
import { Section } from './Section.tsx';
import { useEdit } from './useEdit.ts';

const HUES = 8;
const selectNodes = (state: AppState): readonly NodeSpec[] => state.document.nodes;

/** The servers before and after the change, each with the rows it holds at the playhead. */
export function NodesSection(): ReactElement {
  const { t, format } = useT();
  const nodes = useApp(selectNodes);
  const rows = useApp(selectNodeRows);
  const count = useEdit(setNodeCount);
  const add = useEdit(addNode);
  const settle = useEdit(settleNodes);
  const [before, after] = [countNodes(nodes, 'from'), countNodes(nodes, 'to')];
  const most = rows === null ? 1 : Math.max(1, ...rows);
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
          <details key={node.name} className={styles.node} data-state={node.state}>
            <summary>
              <Meter
                label={node.name}
                value={rows?.[index] ?? 0}
                max={Math.max(node.capacityRows ?? 0, most)}
                text={rows === null ? '…' : format.compact(rows[index] ?? 0)}
                hue={((index % HUES) + 1) as Hue}
              />
            </summary>
            <NodeFields index={index} node={node} />
          </details>
        ))}
      </div>
      <div className={styles.row}>
        {!isSettled && <Button label={t('nodes.settle')} variant="quiet" onPress={() => settle.commit({})} />}
        <Button label={t('nodes.add')} variant="quiet" onPress={() => add.commit({})} />
      </div>
    </Section>
  );
}
