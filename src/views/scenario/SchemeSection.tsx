import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Recipe } from '../../planner/plan.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { partitionCount } from '../../store/edits/layoutSpecs.ts';
import { setCurrent } from '../../store/edits/setCurrent.ts';
import { setRecipe } from '../../store/edits/setRecipe.ts';
import { setTarget } from '../../store/edits/setTarget.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import type { LayoutSpec } from '../../topology/layoutSpec.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { MixedFields } from './MixedFields.tsx';
import { Section } from './Section.tsx';
import { useEdit } from './useEdit.ts';

const selectFrom = (state: AppState): LayoutSpec => state.document.from;
const selectTo = (state: AppState): LayoutSpec => state.document.to;
const selectRecipe = (state: AppState): Recipe => state.document.recipe;

/** The partitions of today, the ones asked for, and how rows get from here to there. */
export function SchemeSection(): ReactElement {
  const { t } = useT();
  const from = useApp(selectFrom);
  const to = useApp(selectTo);
  const recipe = useApp(selectRecipe);
  const edit = useEdit(setRecipe);
  return (
    <Section title={t('scenario.scheme')}>
      <Field label={t('scenario.routing')}>{t('scenario.routingValue')}</Field>
      <LayoutField label={t('scenario.modulusNow')} spec={from} edit={setCurrent} />
      <LayoutField label={t('scenario.target')} spec={to} edit={setTarget} />
      <MixedFields />
      <Select<Recipe>
        label={t('scenario.recipe')}
        value={recipe}
        options={(['copy', 'keepHalf'] as const).map((id) => ({
          id,
          label: t(`scenario.recipe.${id}`),
          hint: t(`scenario.recipeHelp.${id}`),
        }))}
        onSelect={(next) => edit.commit({ recipe: next })}
      />
    </Section>
  );
}

interface LayoutFieldProps {
  readonly label: string;
  readonly spec: LayoutSpec;
  readonly edit: Edit<{ readonly spec: LayoutSpec }>;
}

/** The number of equal partitions; a mixed set is named as such, and typing a number replaces it. */
function LayoutField({ label, spec, edit }: LayoutFieldProps): ReactElement {
  const { t, format } = useT();
  const field = useEdit(edit);
  const asSpec = (modulus: number): { spec: LayoutSpec } => ({ spec: { kind: 'uniform', modulus } });
  const count = partitionCount(spec);
  return (
    <NumberField
      label={label}
      value={count}
      format={spec.kind === 'uniform' ? format.integer : () => t('targets.mixed', { count })}
      stepLabels={{ increase: t('scenario.more', { label }), decrease: t('scenario.fewer', { label }) }}
      validate={(modulus) => (Number.isNaN(modulus) ? t('problem.notANumber') : field.validate(asSpec(modulus)))}
      onCommit={(modulus) => field.commit(asSpec(modulus))}
    />
  );
}
