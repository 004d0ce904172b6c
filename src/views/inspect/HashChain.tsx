import type { ReactElement } from 'react';
import type { OperatorClass } from '../../hash/keyType.ts';
import { SEED_HI, SEED_LO } from '../../hash/partitionHash.ts';
import { DEFAULT_SERVER, type ServerSpec } from '../../hash/server.ts';
import type { ColumnTrace, HashedValue, HashTrace } from '../../hash/trace.ts';
import { useT } from '../../i18n/useT.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import styles from './InspectPanel.module.css';
import { decimal64, hex64, hexBytes } from './words.ts';

const MOST_BYTES = 64;
/** Calls of lookup3 that are listed; an array or a jsonb can need thousands. */
const MOST_CALLS = 12;
const SEED = hex64({ hi: SEED_HI, lo: SEED_LO });

interface HashChainProps {
  readonly trace: HashTrace;
  readonly keys: KeySpec;
}

/** Column by column: type, operator class, family, function, bytes, hash, and the row hash after it. */
export function HashChain({ trace, keys }: HashChainProps): ReactElement {
  const { t } = useT();
  return (
    <>
      {trace.columns.map((column, index) => (
        <ColumnChain
          key={index}
          column={column}
          name={keys.columns[index]?.name ?? ''}
          server={keys.server ?? DEFAULT_SERVER}
        />
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

interface ColumnChainProps {
  readonly column: ColumnTrace;
  readonly name: string;
  readonly server: ServerSpec;
}

function ColumnChain({ column, name, server }: ColumnChainProps): ReactElement {
  const { t } = useT();
  const { type, operatorClass, hashed, after, canonical } = column;
  const text = type.rule === 'text' || type.rule === 'bpchar';
  return (
    <section className={styles.chain}>
      <h2>{t('inspect.column', { name })}</h2>
      <dl>
        <Row name={t('inspect.type')} value={type.sqlName === type.id ? type.id : `${type.sqlName} (${type.id})`} />
        <Row name={t('inspect.operatorClass')} value={operatorClass.name} />
        <Row name={t('inspect.family')} value={operatorClass.family} />
        <Row name={t('inspect.function')} value={hashFunction(operatorClass, server)} />
        {text && (
          <Row name={t('inspect.collation')} value={t('inspect.collationValue', { encoding: server.encoding })} />
        )}
        <Platform rule={type.rule} />
        {hashed === undefined ? (
          <Row name={t('inspect.null')} value={t('inspect.skipped')} />
        ) : (
          <>
            <Row name={t('inspect.value')} value={canonical ?? ''} />
            <Row name={t('inspect.rule')} value={t(`rule.${type.rule}`)} isText />
            <Calls hashed={hashed} />
            <Row name={t('inspect.hash', { seed: SEED })} value={hex64(hashed.hash)} />
            <Row name={t('inspect.combine')} value={hex64(after)} />
            <Row
              name={t('inspect.hash32')}
              value={`${hashFunction(operatorClass, server).replace(/_?extended$/, '')}() = ${hashed.hash32}`}
            />
          </>
        )}
      </dl>
    </section>
  );
}

const ofIntegers: readonly string[] = ['word', 'long'];
const ofBytes: readonly string[] = ['bytes', 'text', 'bpchar', 'name'];

/** Whether a server of the other byte order finds the same hash: of integers it does, of strings of bytes it does not. */
function Platform({ rule }: { readonly rule: string }): ReactElement | null {
  const { t } = useT();
  if (ofIntegers.includes(rule)) return <Row name={t('inspect.platform')} value={t('inspect.anyPlatform')} isText />;
  if (ofBytes.includes(rule)) return <Row name={t('inspect.platform')} value={t('inspect.littleEndian')} isText />;
  return null;
}

/** What lookup3 saw; with several calls, each with its result. */
function Calls({ hashed: { calls, folded } }: { readonly hashed: HashedValue }): ReactElement {
  const { t } = useT();
  const bytesText = (bytes: Uint8Array): string => {
    const rest = bytes.length - MOST_BYTES;
    return hexBytes(bytes, MOST_BYTES) + (rest > 0 ? ` … ${t('inspect.more', { count: rest })}` : '');
  };
  return (
    <>
      {folded !== undefined && <Row name={t('inspect.folded')} value={hex64(folded)} />}
      {calls.slice(0, MOST_CALLS).map(({ bytes, hash }, index) => (
        <Row
          key={index}
          name={t('inspect.bytes', { count: bytes.length })}
          value={calls.length === 1 ? bytesText(bytes) : `${bytesText(bytes)} → ${hex64(hash)}`}
        />
      ))}
      {calls.length > MOST_CALLS && (
        <Row name="" value={t('inspect.moreCalls', { count: calls.length - MOST_CALLS })} isText />
      )}
    </>
  );
}

/** Version 18 gave some types functions of their own, which compute the same. */
function hashFunction({ hashFunction: name, hashFunctionBefore18 }: OperatorClass, { version }: ServerSpec): string {
  return version < 18 ? (hashFunctionBefore18 ?? name) : name;
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  /** A sentence, not a value. */
  readonly isText?: boolean;
}

function Row({ name, value, isText = false }: RowProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isText ? styles.sentence : undefined}>{value}</dd>
    </div>
  );
}
