import { text } from './command.ts';
import { pictureCommand, pictureName } from './picture.ts';

/** The view on screen as pixels, at twice its size. */
export const savePng = pictureCommand({ id: 'savePng', label: () => text('command.savePng') }, async (svg, context) => {
  const { files, pictures } = context.services;
  const name = pictureName(context, 'png');
  await files.saveBlob(await pictures.toPng(svg), name);
  return { kind: 'info', key: 'notice.saved', params: { name } };
});
