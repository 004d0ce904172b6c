import type { Command } from './command.ts';
import { copyLink } from './copyLink.ts';
import { copySql } from './copySql.ts';
import { newFromExample, openRecent, undoHistory, versionHistory } from './documentDialogs.ts';
import { downloadSql } from './downloadSql.ts';
import { showAbout, showShortcuts } from './help.ts';
import { newScenario } from './newScenario.ts';
import { openFile } from './openFile.ts';
import { probeKey } from './probeKey.ts';
import { redoCommand } from './redoCommand.ts';
import { saveFile } from './saveFile.ts';
import { saveFileAs } from './saveFileAs.ts';
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
  newFromExample,
  openFile,
  openRecent,
  saveFile,
  saveFileAs,
  versionHistory,
  copyLink,
  undoCommand,
  redoCommand,
  undoHistory,
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
