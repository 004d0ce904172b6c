import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** A review sheet for paper or PDF: answer, picture, tables, steps and SQL. */
export const printSheet: Command = {
  id: 'printSheet',
  menu: 'file',
  group: 3,
  label: () => text('command.print'),
  keys: ['$mod+P'],
  refusal: notCounted,
  run: ({ services }) => services.print(),
};
