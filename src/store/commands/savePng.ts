import { setUi } from '../createAppStore.ts';
import { exportName } from '../export/exportName.ts';
import { type Command, text } from './command.ts';
import { drawView, noPicture, sayFailure } from './picture.ts';

/** The view on screen as pixels, at twice its size. */
export const savePng: Command = {
  id: 'savePng',
  menu: 'file',
  group: 4,
  label: () => text('command.savePng'),
  keys: [],
  refusal: noPicture,
  run: (context) =>
    sayFailure(context, async () => {
      const { store, services } = context;
      const svg = await drawView(context);
      if (svg === null) return;
      const { document, ui } = store.getState();
      const name = exportName(document, ui.stageView, 'png');
      await services.files.saveBlob(await services.pictures.toPng(svg), name);
      setUi(store, { notice: { kind: 'info', key: 'notice.saved', params: { name } } });
    }),
};
