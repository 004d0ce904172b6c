import { setUi } from '../createAppStore.ts';
import { exportName } from '../export/exportName.ts';
import { type Command, text } from './command.ts';
import { drawView, noPicture } from './picture.ts';

/** The view on screen as a drawing that can be scaled and edited. */
export const saveSvg: Command = {
  id: 'saveSvg',
  menu: 'file',
  group: 4,
  label: () => text('command.saveSvg'),
  keys: [],
  refusal: noPicture,
  run: async (context) => {
    const { store, services } = context;
    const svg = await drawView(context);
    if (svg === null) return;
    const { document, ui } = store.getState();
    const name = exportName(document, ui.stageView, 'svg');
    await services.files.save(svg, name, 'image/svg+xml');
    setUi(store, { notice: { kind: 'info', key: 'notice.saved', params: { name } } });
  },
};
