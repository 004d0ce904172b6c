import { afterEach, describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { changeLocale, currentLocale, t } from '../../src/i18n/i18n.ts';
import { hasAny } from '../../src/scene/svg/embedFonts.ts';
import { fontSubsets } from '../../src/scene/svg/fontSubsets.ts';
import { copyPicture } from '../../src/store/commands/copyPicture.ts';
import { savePng } from '../../src/store/commands/savePng.ts';
import { saveSvg } from '../../src/store/commands/saveSvg.ts';
import { setPlayback, setUi } from '../../src/store/createAppStore.ts';
import { pictureOf } from '../../src/store/export/pictureOf.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { type StageView, stageViews } from '../../src/store/state.ts';
import { createTestApp, testTheme } from '../fixtures/services.ts';

afterEach(() => changeLocale('en'));

const hostile = '<script>&"]]>\u0001';
const scenario: Scenario = {
  ...defaultScenario,
  name: hostile,
  keys: { ...defaultScenario.keys, rows: 2000 },
  nodes: defaultScenario.nodes.map((node, i) => (i === 0 ? { ...node, name: hostile } : node)),
};

async function setup(document = scenario, t0 = 2.5) {
  const app = createTestApp(document);
  await app.counted();
  setPlayback(app.store, { t: t0 });
  const draw = (view: StageView): string =>
    pictureOf(app.store.getState(), view, t0, testTheme, t, formatOf(currentLocale()))!;
  return { ...app, draw };
}

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

describe('a picture of', () => {
  it.each<[StageView, Scenario['to']]>([
    ['strip', scenario.to],
    ['ring', scenario.to],
    ['flow', scenario.to],
    ['compare', scenario.to],
    ['partitions', scenario.to],
    ['strip', { kind: 'uniform', modulus: 2048 }],
    ['ring', { kind: 'uniform', modulus: 2048 }],
    ['strip', scenario.from],
    ['ring', scenario.from],
    ['partitions', scenario.from],
  ])('the %s (target %j) is well-formed and complete, whatever names are', async (view, to) => {
    const { draw } = await setup({ ...scenario, to }, to === scenario.from ? 0 : 2.5);
    const svg = draw(view);
    const parsed = parse(svg);
    expect(parsed.documentElement.getAttribute('width')).toBe('1200');
    expect(parsed.querySelector('title')!.textContent).toMatch(/→|8/);
    expect(parsed.querySelector('desc')!.textContent).not.toBe('');
    expect(parsed.querySelectorAll('script, style, foreignObject, image, use')).toHaveLength(0);
    expect(svg).not.toMatch(/var\(|url\(|href=|NaN|undefined|Infinity/);
  });

  it.each(['zh', 'ru'] as const)('every view is in the language of the page: %s', async (locale) => {
    await changeLocale(locale);
    const { draw } = await setup();
    const chinese = (await import('virtual:chinese-font')).default;
    const carried = [...Object.values(fontSubsets), ...chinese.map(({ ranges }) => ranges)];
    for (const view of stageViews) {
      const words = parse(draw(view)).documentElement.textContent;
      expect(words).toMatch(locale === 'zh' ? /[\u4e00-\u9fff]/ : /[а-я]/);
      expect(words).not.toMatch(/\b(?:partitions|rows|sample)\b/);
      const others = [...words].filter((char) => !/\s/.test(char));
      expect(others.filter((char) => !carried.some((ranges) => hasAny(char, ranges)))).toEqual([]);
    }
  });

  it('the strip has a dot for each key that it draws', async () => {
    const { draw } = await setup(scenario, 0);
    const dots = [...parse(draw('strip')).querySelectorAll('path[stroke][d*="h0"]')];
    const count = dots.reduce((sum, path) => sum + path.getAttribute('d')!.match(/h0/g)!.length, 0);
    // 2000 keys are few enough to be drawn all; two in one place are one dot.
    expect(count).toBeGreaterThan(1900);
    expect(count).toBeLessThanOrEqual(2000);
  });
});

describe('a picture of the partitions', () => {
  const rowsOf = (svg: string): string[] => {
    const first = [...parse(svg).querySelectorAll('text[x="16"]')];
    return first.map(({ textContent }) => textContent).filter((text) => text.startsWith('hash_'));
  };
  const named = { ...scenario, table: { ...scenario.table, name: 'hash' } };

  it('has the table on screen, before the change or at the playhead', async () => {
    const { store, draw } = await setup({ ...named, to: { kind: 'uniform', modulus: 16 } }, 3.4);
    expect(rowsOf(draw('partitions'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((remainder) => `hash_8_${remainder}`));
    setUi(store, { moment: 'now' });
    expect(draw('partitions')).toContain('>Partitions after 3 steps<');
    expect(rowsOf(draw('partitions'))).toHaveLength(11);
  });

  it('has the first of many, and says how many more there are', async () => {
    const { draw } = await setup({ ...named, from: { kind: 'uniform', modulus: 512 } }, 0);
    expect(rowsOf(draw('partitions'))).toHaveLength(64);
    expect(draw('partitions')).toContain('>The first 64 are listed; 448 more are in the CSV.<');
  });
});

describe('the commands for pictures', () => {
  it('save and copy the view on screen', async () => {
    const { context, store, world } = await setup({ ...scenario, name: 'orders' });
    setUi(store, { stageView: 'flow' });
    await saveSvg.run(context);
    await savePng.run(context);
    await copyPicture.run(context);
    expect(world.saved.map(({ name }) => name)).toEqual(['orders-flow.svg', 'orders-flow.png']);
    expect(world.drawn).toEqual([world.saved[0]!.text, world.saved[0]!.text]);
    expect(store.getState().ui.notice).toMatchObject({ key: 'notice.pictureCopied' });
  });

  it('put the parts of the font into the file that its texts need', async () => {
    const { context, world } = await setup({ ...scenario, name: 'orders', nodes: defaultScenario.nodes });
    const faces = async (): Promise<string[]> => {
      await saveSvg.run(context);
      const style = parse(world.saved.at(-1)!.text).querySelector('style')!.textContent;
      expect(style).not.toMatch(/url\((?!data:font\/woff2;base64,d09GMg)/);
      return [...style.matchAll(/unicode-range:U\+(\w+)/g)].map(([, first]) => first!);
    };
    expect(await faces()).toEqual(['20']);
    await changeLocale('ru');
    expect(await faces()).toEqual(['20', '400']);
    await changeLocale('zh');
    const chinese = await faces();
    expect(chinese[0]).toBe('20');
    expect(chinese.length).toBeGreaterThan(3);
  });

  it('say why the browser can’t make the picture', async () => {
    const app = await setup();
    const services = {
      ...app.context.services,
      pictures: { theme: () => testTheme, toPng: () => Promise.reject(new Error('too large')) },
    };
    await savePng.run({ ...app.context, services });
    expect(app.store.getState().ui.notice).toMatchObject({
      key: 'notice.pictureFailed',
      params: { message: 'too large' },
    });
    expect(app.world.saved).toEqual([]);
  });
});
