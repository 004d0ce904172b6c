import '../../../src/ui/tokens.css';
import '../../../src/ui/global.css';
import { createRoot } from 'react-dom/client';
import { UiGallery } from '../../views/UiGallery.tsx';

createRoot(document.getElementById('root')!).render(<UiGallery />);
