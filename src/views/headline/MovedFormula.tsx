import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { movedFractionTheory } from '../../planner/movedFraction.ts';
import type { TargetFigures } from '../../store/figures.ts';
import { isSameWork } from '../../store/isVerified.ts';
import type { AppState, Verification } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { FormulaPopover } from '../../ui/FormulaPopover.tsx';

const selectDocument = (state: AppState): AppState['document'] => state.document;
const selectVerification = (state: AppState): Verification => state.verification;

/** Where the figure of moved rows comes from: its formula, its inputs, and how it was checked. */
export function MovedFormula({ figures }: { readonly figures: TargetFigures }): ReactElement {
  const { t, format } = useT();
  const document = useApp(selectDocument);
  const { report, document: verified } = useApp(selectVerification);
  const { plan, change, costs } = figures;
  const theory = theoryOf(figures);
  const proved = report?.verdict === 'pass' && isSameWork(verified, document);
  return (
    <FormulaPopover figure={t('formula.ask')} hint={t('formula.heading')} heading={t('formula.heading')}>
      <p>{t('formula.rule')}</p>
      <p>
        {t('formula.inputs', {
          rows: format.integer(change.total),
          columns: document.keys.columns.map((column) => column.name).join(', '),
          from: plan.from.length,
          to: plan.to.length,
        })}
      </p>
      <p>
        {t('formula.result', {
          moved: format.integer(costs.moved),
          kept: format.integer(change.total - costs.moved),
          total: format.integer(change.total),
        })}
      </p>
      {theory !== null && <p>{t('formula.theory', { percent: format.percent(theory, 1) })}</p>}
      <p>{proved ? t('formula.proved', { version: report.version }) : t('formula.unproved')}</p>
    </FormulaPopover>
  );
}

/** The share an even hash would move between two even layouts; null where a layout is mixed. */
function theoryOf({ plan: { from, to } }: TargetFigures): number | null {
  const isEven = (layout: typeof from): boolean => layout.every(({ modulus }) => modulus === layout.length);
  return isEven(from) && isEven(to) ? movedFractionTheory(from.length, to.length) : null;
}
