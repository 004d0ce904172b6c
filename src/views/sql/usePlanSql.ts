import { useDeferredValue, useEffect, useState } from 'react';
import { continueSql, type PlanSql, selectSql } from '../../store/planSql.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';

/** The SQL of plans with more steps is written between frames, a few milliseconds at a time. */
const LONG_PLAN = 256;
const SLICE_MS = 8;

function isLong({ results }: AppState): boolean {
  return (results.counted?.derived.plan.steps.length ?? 0) > LONG_PLAN;
}

const selectAtOnce = (state: AppState): PlanSql | null => (isLong(state) ? null : selectSql(state));

/** The SQL of the plan on screen; while a long one is written, what was written before. */
export function usePlanSql(): PlanSql | null {
  const counted = useApp(selectCounted);
  const isInSlices = useApp(isLong);
  // Deferred, so that a new plan's picture does not wait for its text.
  const short = useDeferredValue(useApp(selectAtOnce));
  const [shown, setShown] = useState(short);
  if (short !== null && short !== shown) setShown(short);
  useEffect(() => {
    if (!isInSlices || counted === null) return;
    let timer = setTimeout(function write() {
      const end = performance.now() + SLICE_MS;
      const sql = continueSql(counted, () => performance.now() >= end);
      if (sql === null) timer = setTimeout(write);
      else setShown(sql);
    });
    return () => clearTimeout(timer);
  }, [counted, isInSlices]);
  return shown;
}
