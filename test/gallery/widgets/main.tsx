import '../../../src/ui/tokens.css';
import '../../../src/ui/global.css';
import { createRoot } from 'react-dom/client';
import { UiGallery } from '../../views/UiGallery.tsx';

// As app/look.ts does.
if (matchMedia('(prefers-contrast: more)').matches) document.documentElement.dataset.theme = 'contrast';
createRoot(document.getElementById('root')!).render(<UiGallery />);
