import { addKeyColumn } from './addKeyColumn.ts';
import type { Command } from './command.ts';
import { comparison } from './comparison.ts';
import { copyLink } from './copyLink.ts';
import { copyMarkdown } from './copyMarkdown.ts';
import { copyPicture } from './copyPicture.ts';
import { copySql } from './copySql.ts';
import { count } from './count.ts';
import { newFromExample, openRecent, undoHistory, versionHistory } from './documentDialogs.ts';
import { downloadSql } from './downloadSql.ts';
import { showAbout, showShortcuts } from './help.ts';
import { chinese, english, russian } from './languages.ts';
import { layoutPlan, layoutReview, layoutTeach, layoutVerify, resetLayout, saveLayout } from './layouts.ts';
import { newScenario } from './newScenario.ts';
import { addANode, removeLastNode, settleAllNodes } from './nodeCommands.ts';
import { openFile } from './openFile.ts';
import { present } from './present.ts';
import { printSheet } from './printSheet.ts';
import { probeKey } from './probeKey.ts';
import { recipeCopy, recipeKeepHalf } from './recipes.ts';
import { redoCommand } from './redoCommand.ts';
import { nextRegion, previousRegion } from './regions.ts';
import { mergeAll, splitAll } from './resize.ts';
import { saveCsv } from './saveCsv.ts';
import { saveFile } from './saveFile.ts';
import { saveFileAs } from './saveFileAs.ts';
import { savePng } from './savePng.ts';
import { saveSvg } from './saveSvg.ts';
import { share } from './share.ts';
import { showPalette } from './showPalette.ts';
import { showSettings } from './showSettings.ts';
import { faster, slower } from './speed.ts';
import { showCompare, showFlow, showPartitions, showRing, showStrip } from './stageViews.ts';
import { stepBack } from './stepBack.ts';
import { stepForward } from './stepForward.ts';
import { swap } from './swap.ts';
import { showInspect, showScenario, showSql, showSteps, showVerify } from './tabs.ts';
import { themeContrast, themeDark, themeLight, themeSystem } from './themes.ts';
import { toEnd } from './toEnd.ts';
import { toggleAllDots } from './toggleAllDots.ts';
import { togglePlay } from './togglePlay.ts';
import { toStart } from './toStart.ts';
import { undoCommand } from './undoCommand.ts';
import { verify } from './verify.ts';

/** Every command of the menu bar and of the keys, in the order of the menus. */
export const commands: readonly Command[] = [
  newScenario,
  newFromExample,
  openFile,
  openRecent,
  saveFile,
  saveFileAs,
  versionHistory,
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
  undoHistory,
  swap,
  splitAll,
  mergeAll,
  addANode,
  removeLastNode,
  settleAllNodes,
  addKeyColumn,
  probeKey,
  showSettings,
  showStrip,
  showRing,
  showFlow,
  showPartitions,
  showCompare,
  showScenario,
  showSql,
  showSteps,
  showVerify,
  showInspect,
  themeSystem,
  themeLight,
  themeDark,
  themeContrast,
  english,
  chinese,
  russian,
  toggleAllDots,
  layoutTeach,
  layoutReview,
  layoutPlan,
  layoutVerify,
  saveLayout,
  resetLayout,
  nextRegion,
  previousRegion,
  present,
  togglePlay,
  stepBack,
  stepForward,
  toStart,
  toEnd,
  faster,
  slower,
  copySql,
  downloadSql,
  verify,
  count,
  comparison,
  recipeCopy,
  recipeKeepHalf,
  showPalette,
  showShortcuts,
  showAbout,
];
