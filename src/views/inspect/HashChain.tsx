import type { ReactElement } from 'react';
import { SEED_HI, SEED_LO } from '../../hash/partitionHash.ts';
import type { ColumnTrace, HashTrace } from '../../hash/trace.ts';
import { useT } from '../../i18n/useT.ts';
import styles from './InspectPanel.module.css';
import { decimal64, hex64, hexBytes } from './words.ts';

const MOST_BYTES = 64;
const SEED = hex64({ hi: SEED_HI, lo: SEED_LO });

interface HashChainProps {
  readonly trace: HashTrace;
  readonly names: readonly string[];
}

/** Column by column: type, operator class, function, bytes, hash, and the row hash after it. */
export function HashChain({ trace, names }: HashChainProps): ReactElement {
  const { t } = useT();
  return (
    <>
      {trace.columns.map((column, index) => (
        <ColumnChain key={index} column={column} name={names[index] ?? ''} />
      ))}
      <section className={styles.chain}>
        <h2>{t('inspect.rowHash')} h</h2>
        <dl>
          <Row name={t('inspect.rowHash')} value={hex64(trace.rowHash)} />
          <Row name={t('inspect.unsigned')} value={decimal64(trace.rowHash)} />
        </dl>
      </section>
    </>
  );
}

function ColumnChain({ column, name }: { readonly column: ColumnTrace; readonly name: string }): ReactElement {
  const { t } = useT();
  const { type, hashed, after } = column;
  const [operatorClass] = type.operatorClasses;
  const bytesText = (bytes: Uint8Array): string => {
    const rest = bytes.length - MOST_BYTES;
    return hexBytes(bytes, MOST_BYTES) + (rest > 0 ? ` … ${t('inspect.more', { count: rest })}` : '');
  };
  return (
    <section className={styles.chain}>
      <h2>{t('inspect.column', { name })}</h2>
      <dl>
        <Row name={t('inspect.type')} value={`${type.sqlName} (${type.id})`} />
        <Row name={t('inspect.operatorClass')} value={`${operatorClass.name} (${operatorClass.family})`} />
        <Row name={t('inspect.function')} value={operatorClass.hashFunction} />
        {hashed === undefined ? (
          <Row name={t('inspect.null')} value={t('inspect.skipped')} />
        ) : (
          <>
            {hashed.folded !== undefined && <Row name={t('inspect.folded')} value={hex64(hashed.folded)} />}
            {hashed.calls.map(({ bytes }, call) => (
              <Row key={call} name={t('inspect.bytes', { count: bytes.length })} value={bytesText(bytes)} />
            ))}
            <Row name={t('inspect.hash', { seed: SEED })} value={hex64(hashed.hash)} />
            <Row name={t('inspect.combine')} value={hex64(after)} />
          </>
        )}
      </dl>
    </section>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
