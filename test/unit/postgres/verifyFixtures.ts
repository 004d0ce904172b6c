import type { KeySpec } from '../../../src/keys/keySpec.ts';
import type { Plan } from '../../../src/planner/plan.ts';
import type { VerifyEvent, VerifyInput } from '../../../src/postgres/protocol.ts';
import type { VerifyHost } from '../../../src/postgres/run.ts';
import { postgres } from '../../../src/sql/dialects/postgres.ts';
import { planToScript } from '../../../src/sql/planToScript.ts';
import type { SqlScript, TableSpec } from '../../../src/sql/script.ts';

export function serialKeys(type: 'int8' | 'int4', rows: number): KeySpec {
  return { columns: [{ name: 'k', type, source: { kind: 'serial', start: 1, stride: 1 } }], rows, seed: 1 };
}

export function verifyInput(plan: Plan, table: TableSpec, keys: KeySpec): VerifyInput {
  return { script: planToScript(postgres, plan, table), plan, table, keys };
}

/** A host with a clock that counts its questions, and what it was told. */
export function recordingHost(isCancelled: (events: readonly VerifyEvent[]) => boolean = () => false) {
  const events: VerifyEvent[] = [];
  let time = 0;
  const host: VerifyHost = {
    now: () => ++time,
    onEvent: (event) => events.push(event),
    isCancelled: async () => isCancelled(events),
  };
  return { host, events };
}

/** The script with `change` applied to one section. */
export function tamper(script: SqlScript, step: number, change: (text: string) => string): SqlScript {
  return { sections: script.sections.map((s) => (s.step === step ? { step, text: change(s.text) } : s)) };
}
