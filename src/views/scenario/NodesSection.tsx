import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { nodeHue } from '../../scene/nodeHue.ts';
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
          <NodeRow key={node.name} node={node} index={index} rows={rows?.[index] ?? null} most={most} />
        ))}
      </div>
      <div className={styles.row}>
        {!isSettled && <Button label={t('nodes.settle')} variant="quiet" onPress={() => settle.commit({})} />}
        <Button label={t('nodes.add')} variant="quiet" onPress={() => add.commit({})} />
      </div>
    </Section>
  );
}

interface NodeRowProps {
  readonly node: NodeSpec;
  readonly index: number;
  readonly rows: number | null;
  /** Rows of the fullest node. */
  readonly most: number;
}

/** A node in one line; its fields are there once it is opened, as there may be a thousand of them. */
function NodeRow({ node, index, rows, most }: NodeRowProps): ReactElement {
  const { format } = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.node} data-state={node.state} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Meter
          label={node.name}
          value={rows ?? 0}
          max={Math.max(node.capacityRows ?? 0, most)}
          text={rows === null ? '…' : format.compact(rows)}
          hue={nodeHue(index) as Hue}
        />
      </summary>
      {isOpen && <NodeFields index={index} node={node} />}
    </details>
  );
}
