import { describe, expect, it } from 'vitest';
import type { BoxMark } from '../../../src/scene/strip.ts';
import { computeStrip } from '../../../src/scene/strip.ts';
import { computeRibbonMarks, type RibbonMark, traceRibbon } from '../../../src/scene/ribbonMarks.ts';
import { computeStripFrame } from '../../../src/scene/stripFrame.ts';
import { computeStripModel } from '../../../src/scene/stripModel.ts';
import { countChange, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const round = (text: string) => text.replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 10) / 10));

function ribbonPath(mark: RibbonMark): string {
  const parts: string[] = [];
  const write = (command: string) => (...numbers: number[]) => void parts.push(command + numbers.join(' '));
  const path = { moveTo: write('M'), lineTo: write('L'), bezierCurveTo: write('C'), closePath: write('Z') };
  traceRibbon(path, mark);
  return parts.join('');
}

function boxSvg(box: BoxMark): string {
  const { x, y, w, h, row, status, hue, label, sublabel } = box;
  const textY = row === 'before' ? y - 20 : y + h + 14;
  return [
    `<rect class="${status} hue-${hue}" x="${x}" y="${y}" width="${w}" height="${h}" rx="4" fill="none" stroke="#888"/>`,
    `<text x="${x + w / 2}" y="${textY}" text-anchor="middle" font-size="12">${label}</text>`,
    `<text x="${x + w / 2}" y="${textY + 14}" text-anchor="middle" font-size="11">${sublabel}</text>`,
  ].join('\n');
}

/** The strip as a picture that a person can open: marks only, no dots. */
function stripSvg(from: string, to: string, t: number): string {
  const plan = planOf(from, to);
  const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, randomSample(10_000)) });
  const frame = computeStripFrame(800, 420);
  const scene = computeStrip(model, frame);
  const ribbons = computeRibbonMarks(model, frame, t).map((mark) => {
    const fill = mark.moved && mark.status !== 'waiting' ? '#2f6feb' : '#b1b9c4';
    return `<path class="${mark.status}" d="${ribbonPath(mark)}" fill="${fill}" fill-opacity="0.4"/>`;
  });
  const boxes = [...scene.beforeAt(t).boxes, ...scene.afterAt(t).boxes].map(boxSvg);
  return round(
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420">', ...ribbons, ...boxes, '</svg>', ''].join('\n'),
  );
}

describe('the strip', () => {
  it('of 8 -> 16 in the middle of step 4 looks as recorded', async () => {
    await expect(stripSvg('8', '16', 3.5)).toMatchFileSnapshot('strip-8-16.svg');
  });

  it('of 8 -> 12 in the middle of the third copy looks as recorded', async () => {
    await expect(stripSvg('8', '12', 3.5)).toMatchFileSnapshot('strip-8-12.svg');
  });
});
