import type { PanelId } from '../layout/windowLayout.ts';
import { defaultScenario, type Scenario } from '../scenario.ts';
import type { Ui } from '../state.ts';

/** A worked scenario of the gallery. Its title and what it shows are the texts `example.title.<id>` and `example.text.<id>`. */
export interface Example {
  readonly id: string;
  readonly scenario: Scenario;
  readonly story: {
    /** Where it is from: name and address of a mail, an article, a manual; null for an address that is not known. */
    readonly source: { readonly title: string; readonly url: string | null };
  };
  /** What the stage opens on; the strip otherwise. */
  readonly ui?: Partial<Pick<Ui, 'stageView' | 'ringOf'>>;
  /** The panel that is brought to the front; SQL otherwise. */
  readonly panel?: PanelId;
}

/** The first scenario with what an example has of its own. */
export function scenarioOf(own: Partial<Omit<Scenario, 'version'>> & Pick<Scenario, 'name'>): Scenario {
  return { ...defaultScenario, ...own };
}
