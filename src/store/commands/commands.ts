import type { Command } from './command.ts';
import { copyLink } from './copyLink.ts';
import { copyMarkdown } from './copyMarkdown.ts';
import { copyPicture } from './copyPicture.ts';
import { copySql } from './copySql.ts';
import { downloadSql } from './downloadSql.ts';
import { showAbout, showShortcuts } from './help.ts';
import { newScenario } from './newScenario.ts';
import { openFile } from './openFile.ts';
import { printSheet } from './printSheet.ts';
import { probeKey } from './probeKey.ts';
import { redoCommand } from './redoCommand.ts';
import { saveCsv } from './saveCsv.ts';
import { saveFile } from './saveFile.ts';
import { savePng } from './savePng.ts';
import { saveSvg } from './saveSvg.ts';
import { share } from './share.ts';
import { showCompare, showFlow, showPartitions, showRing, showStrip } from './stageViews.ts';
import { stepBack } from './stepBack.ts';
import { stepForward } from './stepForward.ts';
import { swap } from './swap.ts';
import { showInspect, showSql, showSteps, showVerify } from './tabs.ts';
import { themeDark, themeLight, themeSystem } from './themes.ts';
import { toEnd } from './toEnd.ts';
import { toggleAllDots } from './toggleAllDots.ts';
import { togglePlay } from './togglePlay.ts';
import { toStart } from './toStart.ts';
import { undoCommand } from './undoCommand.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the menus. */
export const commands: readonly Command[] = [
  newScenario,
  openFile,
  saveFile,
  share,
  copyLink,
  copyMarkdown,
  savePng,
  saveSvg,
  copyPicture,
  saveCsv,
  printSheet,
  undoCommand,
  redoCommand,
  swap,
  probeKey,
  showStrip,
  showRing,
  showFlow,
  showPartitions,
  showCompare,
  showSql,
  showSteps,
  showVerify,
  showInspect,
  themeSystem,
  themeLight,
  themeDark,
  toggleAllDots,
  togglePlay,
  stepBack,
  stepForward,
  toStart,
  toEnd,
  copySql,
  downloadSql,
  verify,
  showShortcuts,
  showAbout,
];
