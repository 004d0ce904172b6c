import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { type NodeSpec, nodeStates } from '../../schemes/nodes.ts';
import { removeNode } from '../../store/edits/removeNode.ts';
import { setNode } from '../../store/edits/setNode.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OptionalNumber } from './OptionalNumber.tsx';
import styles from './ScenarioPanel.module.css';
import { useEdit } from './useEdit.ts';

interface NodeFieldsProps {
  readonly index: number;
  readonly node: NodeSpec;
}

/** Everything about one node. */
export function NodeFields({ index, node }: NodeFieldsProps): ReactElement {
  const { t, format } = useT();
  const edit = useEdit(setNode);
  const remove = useEdit(removeNode);
  /** What a field of the node shows, refuses and writes. */
  const bind = <K extends keyof NodeSpec>(field: K) => ({
    value: node[field],
    validate: (value: NodeSpec[K]) => edit.validate({ index, patch: { [field]: value } }),
    onCommit: (value: NodeSpec[K]) => edit.commit({ index, patch: { [field]: value } }),
  });
  return (
    <>
      <TextField label={t('nodes.name')} {...bind('name')} />
      <Select
        label={t('nodes.state')}
        value={node.state}
        options={nodeStates.map((id) => ({
          id,
          label: t(`nodes.state.${id}`),
          disabledReason: edit.refuses({ index, patch: { state: id } }),
        }))}
        onSelect={(state) => edit.commit({ index, patch: { state } })}
      />
      <NumberField label={t('nodes.weight')} {...bind('weight')} />
      <OptionalNumber label={t('nodes.capacityRows')} format={format.integer} {...bind('capacityRows')} />
      <OptionalNumber label={t('nodes.capacityBytes')} format={format.integer} {...bind('capacityBytes')} />
      <TextField
        label={t('nodes.rack')}
        value={node.rack ?? ''}
        placeholder={t('nodes.noRack')}
        validate={(text) => edit.validate({ index, patch: { rack: readRack(text) } })}
        onCommit={(text) => edit.commit({ index, patch: { rack: readRack(text) } })}
      />
      <div className={styles.row}>
        <Button
          label={t('nodes.remove', { name: node.name })}
          variant="quiet"
          disabledReason={remove.refuses({ index })}
          onPress={() => remove.commit({ index })}
        />
      </div>
    </>
  );
}

function readRack(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
