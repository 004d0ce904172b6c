import { setUi } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { drawView, noPicture, sayFailure } from './picture.ts';

/** The view on screen to the clipboard, as PNG, which every program takes. */
export const copyPicture: Command = {
  id: 'copyPicture',
  menu: 'file',
  group: 4,
  label: () => text('command.copyPicture'),
  keys: [],
  refusal: noPicture,
  run: (context) =>
    sayFailure(context, async () => {
      const { store, services } = context;
      const svg = await drawView(context);
      if (svg === null) return;
      const copied = await services.files.copyImage(services.pictures.toPng(svg));
      setUi(store, {
        notice: copied ? { kind: 'info', key: 'notice.pictureCopied' } : { kind: 'error', key: 'notice.copyRefused' },
      });
    }),
};
