/** Before every test outside of the page: all texts, as there is no first picture. */
import { loadTexts } from '../src/i18n/i18n.ts';

await loadTexts();
