import { text } from './command.ts';
import { pictureCommand, pictureName } from './picture.ts';

/** The view on screen as a drawing that can be scaled and edited. */
export const saveSvg = pictureCommand({ id: 'saveSvg', label: () => text('command.saveSvg') }, async (svg, context) => {
  const name = pictureName(context, 'svg');
  await context.services.files.save(svg, name, 'image/svg+xml');
  return { kind: 'info', key: 'notice.saved', params: { name } };
});
