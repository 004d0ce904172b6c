import { text } from './command.ts';
import { pictureCommand } from './picture.ts';

/** The view on screen to the clipboard, as PNG, which every program takes. */
export const copyPicture = pictureCommand(
  { id: 'copyPicture', label: () => text('command.copyPicture') },
  async (svg, { services }) =>
    (await services.files.copyImage(services.pictures.toPng(svg)))
      ? { kind: 'info', key: 'notice.pictureCopied' }
      : { kind: 'error', key: 'notice.copyRefused' },
);
