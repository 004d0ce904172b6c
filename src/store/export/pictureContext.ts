import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { PictureTheme } from '../../scene/theme.ts';
import type { AppState, Counted } from '../state.ts';

/** What every picture is made of. playhead: plan time; title, sentences: the headline. */
export interface PictureContext {
  readonly state: AppState;
  readonly counted: Counted;
  readonly playhead: number;
  readonly theme: PictureTheme;
  readonly t: Translate;
  readonly format: Format;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly isBare: boolean;
}
